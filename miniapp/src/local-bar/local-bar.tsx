/** Exists in browsers only, and there only beside a local cloud. */
export function LocalBar() {
  return null;
}
