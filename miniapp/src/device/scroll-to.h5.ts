/** Brings the element with an id into view. A page below this one may have an element of the same id; it is not shown. */
export function scrollTo(id: string): void {
  const all = [...document.querySelectorAll<HTMLElement>(`[id='${id}']`)];
  all.find((it) => it.offsetParent !== null)?.scrollIntoView({ block: 'center' });
}
