/** Joins the class names that are there: `classes(styles.row, chosen && styles.chosen)`. */
export function classes(...names: (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
