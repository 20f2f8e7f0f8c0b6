import fc from 'fast-check';
import type { CodeKind } from '#shared/code';
import { codeKinds, kindOf, readScanned, startOfStep, stepAt, stepEpoch } from '#shared/code';

const token = 'EAAAAAAAAAAAAAAAA-_AAAAAAAAA';
const link = `https://zhiyuan.example.cn/c/${token}`;
const twice = (text: string) => encodeURIComponent(encodeURIComponent(text));

test.each([
  ['the scene itself', token],
  ['with space around', `  ${token}\n`],
  ['the scene as a page gets it', encodeURIComponent(token)],
  ['a scene in a query', `scene=${token}`.replace('scene', '?scene')],
  ["scanCode's path on iOS", `tabs/scan/index?scene=${token}`],
  ["scanCode's path on Android, encoded", `tabs/scan/index?scene=${encodeURIComponent(token)}`],
  ['the whole path encoded', encodeURIComponent(`tabs/scan/index?scene=${token}`)],
  ['the path encoded twice', twice(`tabs/scan/index?scene=${token}`)],
  ['scene behind another field', `tabs/scan/index?from=1&scene=${token}&x=2`],
  ["scanCode's result: our link", link],
  ['our link with a query behind', `${link}?from=timeline`],
  ['our link with a slash behind', `${link}/`],
  ['our link on a local address', `http://127.0.0.1:3000/c/${token}`],
  ['q as a page gets it, encoded', encodeURIComponent(link)],
  ['q encoded twice', twice(link)],
  ['a page opened with q', `tabs/scan/index?q=${encodeURIComponent(link)}`],
  ['a token in a query', `https://zhiyuan.example.cn/open?token=${token}`],
])('%s → the token', (_name, text) => {
  expect(readScanned(text)).toEqual({ token });
});

test.each([
  ['six digits', '042137'],
  ['with a space in the middle', '042 137'],
  ['with spaces everywhere', ' 0 4 2 1 3 7 '],
  ['with a line break', '042\n137'],
])('%s → the digits', (_name, text) => {
  expect(readScanned(text)).toEqual({ digits: '042137' });
});

test.each([
  ['nothing', ''],
  ['spaces', '   '],
  ['a foreign link', 'https://u.wechat.com/MBq3zcYtPZ0g3Z8Kq'],
  ['a health code', 'https://example.cn/jkm/2/c/short'],
  ['a payment code', '134567890123456789'],
  ['a business card', 'BEGIN:VCARD\nVERSION:3.0\nFN:李四\nEND:VCARD'],
  ['Wi-Fi', 'WIFI:S:cafe;T:WPA;P:12345678;;'],
  ['27 characters', token.slice(1)],
  ['29 characters', `${token}A`],
  ['29 characters in our link', `${link}A`],
  ['29 characters as scene', `tabs/scan/index?scene=${token}A`],
  ['28 characters with a forbidden one', `${token.slice(0, 27)}+`],
  ['a script', 'javascript:alert(1)'],
  ['a script that encodes badly', 'javascript:%E4%A'],
  ['five digits', '04213'],
  ['seven digits', '0421370'],
  ['digits of another script', '０４２１３７'],
  ['encoded three times', encodeURIComponent(twice(`tabs/scan/index?scene=${token}`))],
  ['a token beyond what a code can hold', `${'x'.repeat(3_000)}/c/${token}`],
])('%s → none of ours', (_name, text) => {
  expect(readScanned(text)).toBeUndefined();
});

test('a script that carries a token gives the token and nothing else', () => {
  expect(readScanned(`javascript:alert(1)/c/${token}`)).toEqual({ token });
});

const tokens = fc
  .uint8Array({ minLength: 21, maxLength: 21 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'));
const forms: ((token: string) => string)[] = [
  (it) => it,
  (it) => `tabs/scan/index?scene=${it}`,
  (it) => `https://zhiyuan.example.cn/c/${it}`,
  (it) => `tabs/scan/index?q=${encodeURIComponent(`https://zhiyuan.example.cn/c/${it}`)}`,
];

test('any token in any form, encoded up to twice → the very same token', () => {
  fc.assert(
    fc.property(tokens, fc.constantFrom(...forms), fc.nat(2), (made, form, rounds) => {
      // The link inside q is encoded once already.
      const times = form === forms[3] ? Math.min(rounds, 1) : rounds;
      let text = form(made);
      for (let round = 0; round < times; round++) text = encodeURIComponent(text);
      const scanned = readScanned(text);
      const sixDigits = /^\d{6}$/.test(text.replace(/\s/g, ''));
      expect(scanned).toEqual(sixDigits ? { digits: text } : { token: made });
    }),
  );
});

test('any text at all → answers without throwing, and only what looks like ours', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const scanned = readScanned(text) ?? { token };
      if ('token' in scanned) expect(scanned.token).toMatch(/^[A-Za-z0-9_-]{28}$/);
      else expect(scanned.digits).toMatch(/^\d{6}$/);
    }),
  );
});

test('the kind is read from the first byte, under any version', () => {
  for (const [kind, { number }] of Object.entries(codeKinds)) {
    for (const version of [0, 1, 7, 15]) {
      const bytes = Buffer.alloc(21, 0xff);
      bytes[0] = (version << 4) | number;
      expect(kindOf(bytes.toString('base64url'))).toBe(kind);
    }
  }
});

test('a number that no kind has, and text that is no token → no kind', () => {
  const bytes = Buffer.alloc(21);
  bytes[0] = 0x1f;
  expect(kindOf(bytes.toString('base64url'))).toBeUndefined();
  expect(kindOf('AAAA')).toBeUndefined();
});

test('kinds fit into four bits, and no two share a number', () => {
  const numbers = Object.values(codeKinds).map(({ number }) => number);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(numbers.every((number) => number >= 1 && number <= 15)).toBe(true);
});

test('what shows presence rotates and is never printed', () => {
  const presence: CodeKind[] = ['checkin', 'checkout'];
  for (const kind of presence) {
    expect(codeKinds[kind]).toMatchObject({ rotates: true, printable: false });
  }
});

test('steps are 15 seconds, counted from 2026, and last until 2033', () => {
  expect(stepAt(stepEpoch)).toBe(0);
  expect(stepAt(stepEpoch + 14_999)).toBe(0);
  expect(stepAt(stepEpoch + 15_000)).toBe(1);
  expect(startOfStep(2 ** 24 - 1)).toBeGreaterThan(Date.UTC(2033, 0, 1));
  fc.assert(
    fc.property(fc.integer({ min: stepEpoch, max: Date.UTC(2033, 0, 1) }), (at) => {
      const step = stepAt(at);
      expect(startOfStep(step)).toBeLessThanOrEqual(at);
      expect(startOfStep(step + 1)).toBeGreaterThan(at);
    }),
  );
});
