import fc from 'fast-check';
import {
  checkSign,
  maskIdentity,
  readIdentity,
  tidied,
} from '../../../functions/volunteers/identity.rules';

const today = '20261124';
const numbered = (seventeen: string) => seventeen + checkSign(seventeen);

/** The example that GB 11643-1999 itself gives. */
test.each(['11010519491231002X', '440524188001010014'])('%s has the right check sign', (number) => {
  expect(checkSign(number.slice(0, 17))).toBe(number[17]);
});

test('a number → the month of birth', () => {
  expect(readIdentity('11010519491231002X', today)).toEqual({ birthMonth: '194912' });
});

test.each([
  ['a wrong check sign', '110105194912310021'],
  ['a small x', '11010519491231002x'],
  ['seventeen digits', '11010519491231002'],
  ['nineteen', '11010519491231002X0'],
  ['letters', '1101051949123I002X'],
  ['no such province', numbered('19010519491231002')],
  ['a 31st of November', numbered('11010519491131002')],
  ['a 29th of February in a year without', numbered('11010520010229002')],
  ['month 13', numbered('11010519901301002')],
  ['day 00', numbered('11010519900100002')],
  ['born in 1899', '440524188001010014'],
  ['born tomorrow', numbered('11010520261125002')],
  ['nothing', ''],
])('%s → no number', (_name, number) => {
  expect(readIdentity(number, today)).toBeUndefined();
});

test('a 29th of February in a leap year, and today → numbers', () => {
  expect(readIdentity(numbered('11010520000229002'), today)).toEqual({ birthMonth: '200002' });
  expect(readIdentity(numbered('11010520261124002'), today)).toEqual({ birthMonth: '202611' });
});

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-11-24'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
const number = fc
  .tuple(fc.constantFrom('370202', '110105', '650100'), day, fc.integer({ min: 0, max: 999 }))
  .map(([place, born, order]) => numbered(`${place}${born}${String(order).padStart(3, '0')}`));

test('every number that is made right is read; one wrong digit, or two changed places, are found', () => {
  fc.assert(
    fc.property(number, fc.nat(16), fc.integer({ min: 1, max: 9 }), (one, at, more) => {
      expect(readIdentity(one, today)).toEqual({ birthMonth: one.slice(6, 12) });
      const digit = String((Number(one[at]) + more) % 10);
      const mistyped = one.slice(0, at) + digit + one.slice(at + 1);
      expect(readIdentity(mistyped, today)).toBeUndefined();
      if (at < 16 && one[at] !== one[at + 1]) {
        const swapped = `${one.slice(0, at)}${one[at + 1]}${one[at]}${one.slice(at + 2)}`;
        expect(readIdentity(swapped, today)).toBeUndefined();
      }
    }),
  );
});

test('typed with spaces and a small x → tidied; shown with its ends only', () => {
  expect(tidied(' 110105 19491231 002x ')).toBe('11010519491231002X');
  expect(maskIdentity('370202199003072831')).toBe('3702**********2831');
});
