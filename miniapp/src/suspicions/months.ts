import { dayMs, monthOf, startOfDay } from '#shared/time';

/** This month and the two before it, the newest first, as one chooses between them: `202611`, 11月. */
export function lastMonths(now: number): { value: string; text: string }[] {
  const months: { value: string; text: string }[] = [];
  let at = now;
  while (months.length < 3) {
    const month = monthOf(at);
    months.push({ value: month, text: `${Number(month.slice(4))}月` });
    at = startOfDay(`${month}01`) - dayMs;
  }
  return months;
}
