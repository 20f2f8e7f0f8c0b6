import { repeatRule } from '#shared/drafts';
import type { Repeat } from '../../../../../miniapp/src/activities/publish/repeat';
import {
  repeatIn,
  repeats,
  ruleOf,
  warningOf,
} from '../../../../../miniapp/src/activities/publish/repeat';

test.each([
  ['none', undefined],
  ['weekly', 'FREQ=WEEKLY;COUNT=6'],
  ['fortnightly', 'FREQ=WEEKLY;INTERVAL=2;COUNT=6'],
  ['monthly', 'FREQ=MONTHLY;COUNT=6'],
  ['month_end', 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=6'],
  ['month_weekday', 'FREQ=MONTHLY;BYDAY=4SA;COUNT=6'],
] as const)('%s from a fourth Saturday → %s', (repeat, rule) => {
  expect(ruleOf(repeat, { day: '2026-11-28', times: '6' })).toBe(rule);
  if (rule === undefined) return;
  expect(repeatRule.safeParse(rule).success).toBe(true);
  expect(repeatIn(rule)).toEqual({ repeat, times: '6' });
});

test('a fifth weekday → the last one, which every month has', () => {
  const rule = ruleOf('month_weekday', { day: '2026-11-30', times: '2' });
  expect(rule).toBe('FREQ=MONTHLY;BYDAY=-1MO;COUNT=2');
});

test('only a day that some months lack is warned of', () => {
  const warned = (Object.keys(repeats) as Repeat[]).filter((one) => warningOf(one, '2026-11-29'));
  expect(warned).toEqual(['monthly']);
  expect(warningOf('monthly', '2026-11-28')).toBeUndefined();
});
