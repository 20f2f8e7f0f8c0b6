import type { OpeningHours } from '#shared/place';
import { minuteOfDay, weekdayOf } from '#shared/time';

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const mondayFirst = [1, 2, 3, 4, 5, 6, 0];

const clock = (minute: number) =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
const span = (day: OpeningHours[number] | undefined): string =>
  day ? `${clock(day[0])}–${clock(day[1])}` : '不开放';

/** The week, Monday first: `{ day: '周一', hours: '9:00–17:00' }`. */
export function weekRows(hours: OpeningHours): { day: string; hours: string }[] {
  return mondayFirst.map((weekday) => ({
    day: weekdays[weekday] ?? '',
    hours: span(hours[weekday]),
  }));
}

/** What today means for somebody who wants to come: until when, from when, or not at all. `now` is ms. */
export function todayWord(hours: OpeningHours, now: number): string {
  const day = hours[weekdayOf(now)];
  if (!day) return '今天不开放';
  const minute = minuteOfDay(now);
  if (minute < day[0]) return `今天 ${clock(day[0])} 开放，到 ${clock(day[1])}`;
  if (minute < day[1]) return `今天开放到 ${clock(day[1])}`;
  return `今天 ${clock(day[1])} 已关门`;
}
