import { repeatRule } from '#shared/drafts';
import { daysOf } from '../../../functions/activities/rule-days.part';

test.each([
  [
    'the 31st: months without one are skipped',
    ['FREQ=MONTHLY;COUNT=6', '20260131'],
    '20260131 20260331 20260531 20260731 20260831 20261031',
  ],
  [
    'the 29th outside a leap year: no February',
    ['FREQ=MONTHLY;BYMONTHDAY=29;COUNT=3', '20270115'],
    '20270129 20270329 20270429',
  ],
  [
    'the last day: every month',
    ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4', '20271215'],
    '20271231 20280131 20280229 20280331',
  ],
  ['every other day', ['FREQ=DAILY;INTERVAL=2;COUNT=3', '20261231'], '20261231 20270102 20270104'],
  ['weekends', ['FREQ=WEEKLY;BYDAY=SA,SU;COUNT=3', '20261124'], '20261128 20261129 20261205'],
  ['the first Saturday', ['FREQ=MONTHLY;BYDAY=1SA;COUNT=2', '20261124'], '20261205 20270102'],
  [
    'until a day, that one too',
    ['FREQ=WEEKLY;UNTIL=20261208', '20261124'],
    '20261124 20261201 20261208',
  ],
  ['nothing', ['FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30;COUNT=3', '20270215'], ''],
] as const)('%s', (_name, [rule, first], days) => {
  expect(repeatRule.safeParse(rule).success).toBe(true);
  expect(daysOf(rule, first).join(' ')).toBe(days);
});

test('党员奉献日 of a year → twelve days, in twelve months', () => {
  const days = daysOf('FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=12', '20261124');
  expect(new Set(days.map((day) => day.slice(0, 6))).size).toBe(12);
});

test('at most twelve days, and none later than a year', () => {
  expect(daysOf('FREQ=DAILY;UNTIL=20991231', '20261124')).toHaveLength(12);
  const rare = daysOf('FREQ=MONTHLY;INTERVAL=6;COUNT=12', '20261124');
  expect(rare).toEqual(['20261124', '20270524', '20271124']);
});

test.each([
  'FREQ=YEARLY;COUNT=2',
  'FREQ=DAILY',
  'FREQ=DAILY;COUNT=13',
  'FREQ=DAILY;COUNT=0',
  'FREQ=DAILY;INTERVAL=13;COUNT=2',
  'FREQ=MONTHLY;BYMONTHDAY=32;COUNT=2',
  'FREQ=SECONDLY;COUNT=2',
  'COUNT=2;FREQ=DAILY',
  'FREQ=DAILY;COUNT=2;COUNT=3',
  'FREQ=DAILY;COUNT=2\nRDATE:20260101',
  `FREQ=WEEKLY;BYDAY=${Array(8).fill('MO').join(',')};COUNT=2`,
])('a rule outside the limits: %s → not taken', (rule) => {
  expect(repeatRule.safeParse(rule).success).toBe(false);
});
