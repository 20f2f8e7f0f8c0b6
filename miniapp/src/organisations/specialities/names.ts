const namesMax = 40;
const letterMax = 12;

/** The names typed, one a line. */
export const namesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Why they cannot be sent; undefined when they can. */
export function wrongNames(text: string): string | undefined {
  const names = namesIn(text);
  if (names.length > namesMax) return `最多 ${namesMax} 项，现在有 ${names.length} 项`;
  const long = names.find((name) => name.length > letterMax);
  return long ? `“${long}”超过 ${letterMax} 个字，请写短一些` : undefined;
}
