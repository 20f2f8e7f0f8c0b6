import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { aliasOf, idBehind } from '../../../functions/platform/alias';

const secret = (version: number): string => `${version}:${randomBytes(32).toString('base64')}`;
const [older, newer] = [secret(1), secret(2)];
const id = fc.stringMatching(/^[0-9a-f]{12}$/);

beforeEach(() => {
  process.env.CODE_MASTERS = older;
});

test('the same name on the same list, another one elsewhere; only its list leads back', () => {
  fc.assert(
    fc.property(id, id, id, (one, list, other) => {
      const alias = aliasOf(one, list);
      expect(alias).toMatch(/^[0-9a-f]{32}$/);
      expect(aliasOf(one, list)).toBe(alias);
      expect(alias).not.toContain(one);
      expect(idBehind(alias, list)).toBe(one);
      if (other !== list) expect(idBehind(alias, other)).toBeUndefined();
    }),
  );
});

test('a made-up alias, and one with a letter changed, lead nowhere', () => {
  const [one, list] = ['0123456789ab', 'ba9876543210'];
  const alias = aliasOf(one, list);
  const changed = `${alias.slice(0, -1)}${alias.endsWith('0') ? '1' : '0'}`;
  for (const wrong of ['0'.repeat(32), '', 'zz', changed]) {
    expect(idBehind(wrong, list)).toBeUndefined();
  }
});

test('after a rotation the names of before still lead back', () => {
  const [one, list] = ['0123456789ab', 'ba9876543210'];
  const alias = aliasOf(one, list);
  process.env.CODE_MASTERS = `${newer},${older}`;
  expect(idBehind(alias, list)).toBe(one);
  expect(aliasOf(one, list)).not.toBe(alias);
});
