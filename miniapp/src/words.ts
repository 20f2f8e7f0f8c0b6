import { clockOf, dayMs, dayOf, hourMs, minuteMs, startOfDay, weekdayOf } from '#shared/time';

/** How times, distances, minutes and points are said, on every page the same. Times are ms, days are Shanghai's. */

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** 昨天, 今天, 明天, else 周六 11月28日; with the year when it is not this one. */
export function dayWord(at: number, now: number): string {
  const distance = Math.round((startOfDay(dayOf(at)) - startOfDay(dayOf(now))) / dayMs);
  const near = { [-1]: '昨天', 0: '今天', 1: '明天' }[distance];
  if (near) return near;
  const [year, date] = [dayOf(at).slice(0, 4), dateWord(at)];
  if (year !== dayOf(now).slice(0, 4)) return `${year}年${date}`;
  return `${weekdayWord(at)} ${date}`;
}

/** 11月28日 */
export function dateWord(at: number): string {
  const day = dayOf(at);
  return `${Number(day.slice(4, 6))}月${Number(day.slice(6, 8))}日`;
}

/** 周六 */
export const weekdayWord = (at: number): string => weekdays[weekdayOf(at)] ?? '';

/** 今天 14:05 */
export const momentWord = (at: number, now: number): string => `${dayWord(at, now)} ${clockOf(at)}`;

/** 今天 14:00–16:00, or 今天 22:00–次日 02:00 over midnight. */
export function spanWord(
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
  now: number,
): string {
  const later = dayOf(endsAt) !== dayOf(startsAt);
  return `${momentWord(startsAt, now)}–${later ? '次日 ' : ''}${clockOf(endsAt)}`;
}

/** 还有 12 分钟, 还有 2 小时 5 分, 还有 3 天. Empty when nothing is left. */
export function remainingWord(leftMs: number): string {
  if (leftMs <= 0) return '';
  if (leftMs >= 2 * dayMs) return `还有 ${Math.floor(leftMs / dayMs)} 天`;
  if (leftMs < minuteMs) return '不到 1 分钟';
  return `还有 ${minutesWord(Math.floor(leftMs / minuteMs))}`;
}

/** 320 米 below a kilometre, 1.2 公里 from there. Empty when the distance is not known. */
export function distanceWord(meters: number | undefined): string {
  if (meters === undefined || !Number.isFinite(meters)) return '';
  if (meters < 995) return `${Math.max(10, Math.round(meters / 10) * 10)} 米`;
  return meters < 99_950
    ? `${(meters / 1000).toFixed(1)} 公里`
    : `${Math.round(meters / 1000)} 公里`;
}

/** 45 分钟, 2 小时, 2 小时 30 分 */
export function minutesWord(minutes: number): string {
  const perHour = hourMs / minuteMs;
  const [hours, rest] = [Math.floor(minutes / perHour), Math.floor(minutes % perHour)];
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
}

/** A length of time for a large figure: `[['2', '小时'], ['30', '分']]`. */
export function timeParts(minutes: number): [string, string][] {
  const perHour = hourMs / minuteMs;
  const [hours, rest] = [Math.floor(minutes / perHour), Math.floor(minutes % perHour)];
  if (hours === 0) return [[String(rest), '分钟']];
  const parts: [string, string][] = [[countWord(hours), '小时']];
  return rest === 0 ? parts : [...parts, [String(rest), '分']];
}

/** 1,280 积分 */
export const pointsWord = (points: number): string => `${countWord(points)} 积分`;

/** 12,800 */
export const countWord = (count: number): string =>
  String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ',');

/** 更新于 14:05, or 更新于 昨天 14:05 */
export function updatedWord(savedAt: number, now: number): string {
  const today = dayOf(savedAt) === dayOf(now);
  return `更新于 ${today ? clockOf(savedAt) : momentWord(savedAt, now)}`;
}
