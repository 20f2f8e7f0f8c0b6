import { codeWord, isMinor, typedCode } from '../../../../miniapp/src/dependants/family-words';

test.each([
  ['as it is shown', 'ABCD 2345', 'ABCD2345'],
  ['in small letters', 'abcd2345', 'ABCD2345'],
  ['with spaces and dashes everywhere', ' ab-cd 23 45 ', 'ABCD2345'],
  ['a letter short', 'ABCD234', undefined],
  ['a letter too many', 'ABCD23456', undefined],
  ['with a letter that is never shown', 'ABCD2340', undefined],
  ['nothing', '', undefined],
])('a code typed %s → %s', (_name, typed, code) => {
  expect(typedCode(typed)).toBe(code);
});

test('a code is shown four by four', () => {
  expect(codeWord('ABCD2345')).toBe('ABCD 2345');
});

test('grown from the month after the eighteenth year, as the cloud counts', () => {
  const now = Date.parse('2026-11-24T06:00:00Z');
  expect([isMinor('200811', now), isMinor('200810', now), isMinor('2008-11', now)]).toEqual([
    ...[true, false, true],
  ]);
});
