import { todayWord, weekRows } from '../../../../../miniapp/src/stations/show/opening';

const week = [null, ...Array.from({ length: 6 }, () => [540, 1_050] as const)];
/** Of Asia/Shanghai; 24 November 2026 is a Tuesday. */
const at = (time: string) => Date.parse(`2026-11-${time}:00+08:00`);

test.each([
  ['24T08:59', '今天 9:00 开放，到 17:30'],
  ['24T09:00', '今天开放到 17:30'],
  ['24T17:29', '今天开放到 17:30'],
  ['24T17:30', '今天 17:30 已关门'],
  ['22T10:00', '今天不开放'],
])('%s → %s', (time, word) => {
  expect(todayWord(week, at(time))).toBe(word);
});

test('the week begins on Monday', () => {
  const rows = weekRows(week);
  expect(rows[0]).toEqual({ day: '周一', hours: '9:00–17:30' });
  expect(rows[6]).toEqual({ day: '周日', hours: '不开放' });
});
