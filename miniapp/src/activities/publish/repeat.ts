import { weekdayOf } from '#shared/time';

/** How a shift repeats, as it is chosen on the form; the cloud knows only rules (RFC 5545). */
export const repeats = {
  none: '不重复',
  weekly: '每周同一天',
  fortnightly: '每两周同一天',
  monthly: '每月同一日',
  month_end: '每月最后一天',
  month_weekday: '每月同一个周几',
} as const;
export type Repeat = keyof typeof repeats;

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** The rule for a choice; undefined without one. `day`: `2026-11-28`, the first shift's. */
export function ruleOf(repeat: Repeat, { day, times }: { day: string; times: string }) {
  const end = `COUNT=${times}`;
  switch (repeat) {
    case 'none':
      return undefined;
    case 'weekly':
      return `FREQ=WEEKLY;${end}`;
    case 'fortnightly':
      return `FREQ=WEEKLY;INTERVAL=2;${end}`;
    case 'monthly':
      return `FREQ=MONTHLY;${end}`;
    case 'month_end':
      return `FREQ=MONTHLY;BYMONTHDAY=-1;${end}`;
    case 'month_weekday':
      return `FREQ=MONTHLY;BYDAY=${nthWeekday(day)};${end}`;
  }
}

/** The choice and the number of times in a rule that this form made. */
export function repeatIn(rule: string): { repeat: Repeat; times: string } {
  const times = /COUNT=(\d+)/.exec(rule)?.[1] ?? '12';
  if (rule.includes('BYMONTHDAY=-1')) return { repeat: 'month_end', times };
  if (rule.includes('BYDAY=')) return { repeat: 'month_weekday', times };
  if (rule.includes('INTERVAL=2')) return { repeat: 'fortnightly', times };
  return { repeat: rule.includes('MONTHLY') ? 'monthly' : 'weekly', times };
}

/** `1SA` for the first Saturday; a fifth one is taken as the last, which every month has. */
function nthWeekday(day: string): string {
  const weekday = weekdays[weekdayOf(Date.parse(`${day}T12:00:00+08:00`))] ?? 'MO';
  const nth = Math.ceil(Number(day.slice(8, 10)) / 7);
  return `${nth > 4 ? -1 : nth}${weekday}`;
}

/** What must be said of a choice, because not every month has the day. */
export function warningOf(repeat: Repeat, day: string): string | undefined {
  const date = Number(day.slice(8, 10));
  if (repeat === 'monthly' && date > 28) {
    return `没有 ${date} 日的月份会跳过；想每月都办，请选“每月最后一天”`;
  }
  return undefined;
}
