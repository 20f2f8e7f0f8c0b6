import * as words from '../../../miniapp/src/words';

/** 2026-11-24 13:00 in Shanghai, a Tuesday. */
const now = Date.UTC(2026, 10, 24, 5);
const hour = 3_600_000;
const at = (hours: number) => now + hours * hour;

test.each([
  [at(1), '今天 14:00'],
  [at(-13), '今天 00:00'],
  [at(-13) - 1, '昨天 23:59'],
  [at(24), '明天 13:00'],
  [at(96), '周六 11月28日 13:00'],
  [at(-48), '周日 11月22日 13:00'],
  [at(24 * 50), '2027年1月13日 13:00'],
])('%d → %s', (moment, said) => {
  expect(words.momentWord(moment, now)).toBe(said);
});

test('a span within a day, and one over midnight', () => {
  expect(words.spanWord({ startsAt: at(1), endsAt: at(3) }, now)).toBe('今天 14:00–16:00');
  expect(words.spanWord({ startsAt: at(9), endsAt: at(13) }, now)).toBe('今天 22:00–次日 02:00');
});

test.each([
  [-1, ''],
  [0, ''],
  [59_000, '不到 1 分钟'],
  [12 * 60_000 + 59_999, '还有 12 分钟'],
  [2 * hour + 5 * 60_000, '还有 2 小时 5 分'],
  [47 * hour, '还有 47 小时'],
  [72 * hour, '还有 3 天'],
])('%d ms left → %s', (left, said) => {
  expect(words.remainingWord(left)).toBe(said);
});

test.each([
  [undefined, ''],
  [Number.NaN, ''],
  [0, '10 米'],
  [324, '320 米'],
  [994, '990 米'],
  [996, '1.0 公里'],
  [1_234, '1.2 公里'],
  [99_951, '100 公里'],
])('%p metres → %s', (meters, said) => {
  expect(words.distanceWord(meters)).toBe(said);
});

test.each([
  [0, '0 分钟'],
  [45, '45 分钟'],
  [120, '2 小时'],
  [150, '2 小时 30 分'],
])('%d minutes → %s', (minutes, said) => {
  expect(words.minutesWord(minutes)).toBe(said);
});

test('points and counts carry their unit and separators', () => {
  expect(words.pointsWord(30)).toBe('30 积分');
  expect(words.countWord(1_234_567)).toBe('1,234,567');
  expect(words.countWord(999)).toBe('999');
});

test('the age of what is shown', () => {
  expect(words.updatedWord(at(-1), now)).toBe('更新于 12:00');
  expect(words.updatedWord(at(-20), now)).toBe('更新于 昨天 17:00');
});
