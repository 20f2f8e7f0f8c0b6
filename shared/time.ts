/**
 * Days and hours of Asia/Shanghai (UTC+8, no summer time since 1991). Every day of the product is one of these.
 * This file imports nothing.
 */
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
const offsetMs = 8 * hourMs;

const two = (value: number): string => String(value).padStart(2, '0');
const inShanghai = (at: number): Date => new Date(at + offsetMs);

/** `20261124` for a time in ms. */
export function dayOf(at: number): string {
  const date = inShanghai(at);
  return `${date.getUTCFullYear()}${two(date.getUTCMonth() + 1)}${two(date.getUTCDate())}`;
}

/** The first millisecond of a day such as `20261124`. */
export function startOfDay(day: string): number {
  return (
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6, 8))) -
    offsetMs
  );
}

/** `202611`, the month of a time in ms. */
export const monthOf = (at: number): string => dayOf(at).slice(0, 6);

/** Minutes since midnight in Shanghai, 0–1439. */
export const minuteOfDay = (at: number): number =>
  Math.floor(((((at + offsetMs) % dayMs) + dayMs) % dayMs) / minuteMs);

/** 0 = Sunday … 6 = Saturday, in Shanghai. */
export const weekdayOf = (at: number): number => inShanghai(at).getUTCDay();

/** `14:05` */
export function clockOf(at: number): string {
  const minute = minuteOfDay(at);
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
