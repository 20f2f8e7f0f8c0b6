import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { monthOf } from '#shared/time';
import { resealed, seal, unseal, wayMarks } from '../../../functions/platform/vault';
import { secretsOf } from '../../../local/secrets';

const own = secretsOf(undefined);
beforeEach(() => {
  Object.assign(process.env, own);
});

const rotated = (name: 'FIELD_KEYS' | 'WAY_PEPPERS') =>
  secretsOf(undefined)[name].replace('1:', '2:');

test('any text at any place → sealed, unreadable, and back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (value, place) => {
      const sealed = seal(value, place);
      if (value.length > 3) expect(Buffer.from(sealed, 'base64url').includes(value)).toBe(false);
      expect(unseal(sealed, place)).toBe(value);
    }),
  );
});

test('the same value sealed twice does not look the same', () => {
  expect(seal('13800000000', 'a')).not.toBe(seal('13800000000', 'a'));
});

test('moved to another place → cannot be opened', () => {
  const sealed = seal('13800000000', 'V#aaaaaaaaaaaa phone');
  expect(() => unseal(sealed, 'V#bbbbbbbbbbbb phone')).toThrow();
  expect(() => unseal(sealed, 'V#aaaaaaaaaaaa name')).toThrow();
});

test('every bit of it changed → cannot be opened', () => {
  const [version, month, text = ''] = seal('13800000000', 'p').split('.');
  const bytes = Buffer.from(text, 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const turned = Buffer.from(bytes);
    turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(() => unseal(`${version}.${month}.${turned.toString('base64url')}`, 'p')).toThrow();
  }
});

test.each(['', '1', '1.', '1.AAAA', '9.AAAA', '1.202611.AAAA', 'plain text'])(
  '"%s" → cannot be opened',
  (text) => {
    expect(() => unseal(text, 'p')).toThrow();
  },
);

test('the key rotates → the older value opens while its key stands in the list, new ones carry the new', () => {
  const older = seal('13800000000', 'p');
  const fresh = rotated('FIELD_KEYS');
  process.env.FIELD_KEYS = `${fresh},${own.FIELD_KEYS}`;
  expect(unseal(older, 'p')).toBe('13800000000');
  expect(seal('x', 'p').startsWith('2.')).toBe(true);
  process.env.FIELD_KEYS = fresh;
  expect(() => unseal(older, 'p')).toThrow('unknown key');
});

test('sealed in one month → does not open as another month’s', () => {
  const [version, month, text] = seal('13800000000', 'p').split('.');
  expect(month).toBe(monthOf(Date.now()));
  expect(() => unseal(`${version}.202001.${text}`, 'p')).toThrow();
});

test('sealed before data keys had months, by the master itself → still opens', () => {
  const master = Buffer.from(own.FIELD_KEYS.slice(2), 'base64');
  const nonce = Buffer.alloc(12, 3);
  const cipher = createCipheriv('aes-256-gcm', master, nonce).setAAD(Buffer.from('p'));
  const sealed = Buffer.concat([cipher.update('13800000000'), cipher.final()]);
  const text = Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
  expect(unseal(`1.${text}`, 'p')).toBe('13800000000');
});

test('written again after a rotation → under the new key, so that the old one can go', () => {
  const older = seal('13800000000', 'p');
  expect(resealed(older, 'p')).toBe(older);
  const fresh = rotated('FIELD_KEYS');
  process.env.FIELD_KEYS = `${fresh},${own.FIELD_KEYS}`;
  const newer = resealed(older, 'p');
  process.env.FIELD_KEYS = fresh;
  expect(unseal(newer, 'p')).toBe('13800000000');
});

test('an identifier is found by its mark, which tells nothing and depends on its kind', () => {
  const [{ version, mark }] = wayMarks('weapp', 'openid-1');
  expect(version).toBe(1);
  expect(mark).toMatch(/^[A-Za-z0-9_-]{32}$/);
  expect(wayMarks('weapp', 'openid-1')[0].mark).toBe(mark);
  expect(wayMarks('weapp', 'openid-2')[0].mark).not.toBe(mark);
  expect(wayMarks('phone', 'openid-1')[0].mark).not.toBe(mark);
});

test('the pepper rotates → the current mark first, the older one still there to be found', () => {
  const [older] = wayMarks('weapp', 'openid-1');
  process.env.WAY_PEPPERS = `${rotated('WAY_PEPPERS')},${own.WAY_PEPPERS}`;
  const marks = wayMarks('weapp', 'openid-1');
  expect(marks.map(({ version }) => version)).toEqual([2, 1]);
  expect(marks[0].mark).not.toBe(older.mark);
  expect(marks[1]).toEqual(older);
});
