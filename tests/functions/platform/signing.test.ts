import { createPublicKey, verify } from 'node:crypto';
import nacl from 'tweetnacl';
import { keyIdOf, publicKeys, signingKeys } from '../../../functions/platform/signing';

/** RFC 8032 §7.1, test 1: a seed and its public key. */
const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const publicKey = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
const base64 = Buffer.from(seed, 'hex').toString('base64');

afterEach(() => {
  delete process.env.SIGNING_KEYS;
  delete process.env.RETIRED_SIGNING_KEYS;
});

test('a seed → the public key of RFC 8032, and signatures that both libraries accept', async () => {
  process.env.SIGNING_KEYS = `1:${base64}`;
  const [key] = await signingKeys();
  expect(key.publicKey.toString('hex')).toBe(publicKey);
  const bytes = Buffer.from('text');
  const signature = key.sign(bytes);
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.publicKey]);
  const known = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  expect(verify(null, bytes, known, signature)).toBe(true);
  const [text, signed, raw] = [bytes, signature, key.publicKey].map((it) => new Uint8Array(it));
  expect(nacl.sign.detached.verify(text as never, signed as never, raw as never)).toBe(true);
});

test('retired keys are published after those that sign, each under its own name', async () => {
  process.env.SIGNING_KEYS = `2:${Buffer.alloc(32, 7).toString('base64')},1:${base64}`;
  process.env.RETIRED_SIGNING_KEYS = Buffer.alloc(32, 9).toString('base64');
  const keys = await publicKeys();
  expect(keys).toHaveLength(3);
  expect(keys[1]?.keyId).toBe(keyIdOf(Buffer.from(publicKey, 'hex')));
  expect(new Set(keys.map(({ keyId }) => keyId)).size).toBe(3);
});

test.each(['', '1:AAAA', '1:'])(
  'SIGNING_KEYS=%s → a fault that says what is wrong',
  async (text) => {
    process.env.SIGNING_KEYS = text;
    await expect(signingKeys()).rejects.toThrow('SIGNING_KEYS');
  },
);
