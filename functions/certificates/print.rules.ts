/** How things are said on paper. */

/** 2026年11月24日 */
export const dayWord = (day: string): string =>
  `${day.slice(0, 4)}年${Number(day.slice(4, 6))}月${Number(day.slice(6, 8))}日`;

/** 12 小时 30 分, 45 分钟 */
export function hoursWord(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
}

/**
 * A text with every character that the font lacks as its code point in brackets: a rare name is to be read by whoever
 * looks it up, never as an empty box.
 */
export const printable = (text: string, drawable: (codePoint: number) => boolean): string =>
  [...text]
    .map((character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      return drawable(codePoint)
        ? character
        : `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
    })
    .join('');

const shares = [
  ['序号', 0.06],
  ['日期', 0.19],
  ['服务内容', 0.37],
  ['类别与地点', 0.2],
  ['时长', 0.09],
  ['证据', 0.09],
] as const;

/** Where the columns of the list begin, and how wide they are. */
export function columns(width: number): { title: string; x: number; width: number }[] {
  let x = 0;
  return shares.map(([title, share]) => {
    const column = { title, x, width: share * width };
    x += column.width;
    return column;
  });
}
