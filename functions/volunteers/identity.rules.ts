/**
 * The identity number of GB 11643-1999: six digits of place, the day of birth, a sequence, and a check character by
 * ISO 7064 MOD 11-2.
 */
const pattern = /^([1-9]\d)\d{4}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/;

/** The provinces of GB/T 2260; 83 is Taiwan's residents with a residence permit. */
const provinces =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83';

const signs = '10X98765432';

/** The check character of the seventeen digits before it. */
export function checkSign(seventeen: string): string {
  const sum = [...seventeen].reduce(
    (total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11),
    0,
  );
  return signs[sum % 11] ?? '';
}

/** A number as it is kept: without spaces, the X as a capital. */
export const tidied = (typed: string): string => typed.replace(/\s/g, '').toUpperCase();

/** What a number says; undefined when it is none. `today` as 20261124: nobody is born later. */
export function readIdentity(number: string, today: string): { birthMonth: string } | undefined {
  const [, province = '', year = '', month = '', day = ''] = pattern.exec(number) ?? [];
  if (!provinces.split(' ').includes(province)) return undefined;
  if (checkSign(number.slice(0, 17)) !== number[17]) return undefined;
  if (!isDay(Number(year), Number(month), Number(day))) return undefined;
  const born = `${year}${month}${day}`;
  if (born < '19000101' || born > today) return undefined;
  return { birthMonth: `${year}${month}` };
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The only form in which a number is shown: 3702**********1234. */
export const maskIdentity = (number: string): string =>
  `${number.slice(0, 4)}${'*'.repeat(10)}${number.slice(-4)}`;
