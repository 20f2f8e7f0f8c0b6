import {
  columns,
  dayWord,
  hoursWord,
  printable,
} from '../../../functions/certificates/print.rules';

test.each([
  [45, '45 分钟'],
  [120, '2 小时'],
  [1290, '21 小时 30 分'],
])('%d minutes → %s', (minutes, word) => {
  expect(hoursWord(minutes)).toBe(word);
});

test('a day in words', () => expect(dayWord('20260105')).toBe('2026年1月5日'));

test('a character that the font lacks → its code point, also beyond the first plane', () => {
  const drawable = (codePoint: number) => codePoint < 0x4d00 || codePoint === 0x6885;
  expect(printable('㛃䶮梅𠮷', drawable)).toBe('㛃[U+4DAE]梅[U+20BB7]');
});

test('the columns fill the width and do not overlap', () => {
  const all = columns(500);
  expect(all.at(0)?.x).toBe(0);
  for (const [index, one] of all.entries()) {
    expect(one.x + one.width).toBeCloseTo(all[index + 1]?.x ?? 500);
  }
});
