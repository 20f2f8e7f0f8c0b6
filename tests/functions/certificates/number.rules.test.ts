import {
  certificateNumber,
  checkCharacter,
  isNumber,
  volunteerNumber,
} from '../../../functions/certificates/number.rules';

const ids = ['000000000000', '0123456789ab', 'ffffffffffff', '00000000001f'];

test('the check character of ISO/IEC 7064 MOD 37,36, by the standard’s own example', () => {
  expect(checkCharacter('A12425GABC1234002')).toBe('M');
});

test.each(ids)('%s → its numbers, each with a check character that fits', (id) => {
  expect(certificateNumber(id, '2026')).toMatch(/^ZM2026-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]$/);
  expect(isNumber(certificateNumber(id, '2026'))).toBe(true);
  expect(isNumber(volunteerNumber(id).toLowerCase().replace(/-/g, ' '))).toBe(true);
});

test('two ids never have the same number', () => {
  expect(new Set(ids.map((id) => volunteerNumber(id))).size).toBe(ids.length);
});

test('one wrong character, or two neighbours swapped → not a number of ours', () => {
  const number = certificateNumber('0123456789ab', '2026').replace(/-/g, '');
  for (let at = 0; at < number.length; at++) {
    for (const other of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
      if (other === number[at]) continue;
      expect(isNumber(number.slice(0, at) + other + number.slice(at + 1))).toBe(false);
    }
    const [one = '', two = ''] = [number[at], number[at + 1] ?? number[at]];
    if (one === two) continue;
    expect(isNumber(number.slice(0, at) + two + one + number.slice(at + 2))).toBe(false);
  }
});

test.each(['', 'ZM2026', 'XX2026-00000-00000-0', '志愿'])('%s → not a number of ours', (text) => {
  expect(isNumber(text)).toBe(false);
});
