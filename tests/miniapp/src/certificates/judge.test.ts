import nacl from 'tweetnacl';
import type { Essentials } from '#shared/certificate-code';
import { certificatePurpose, essentialsText } from '#shared/certificate-code';
import { judge } from '../../../../miniapp/src/certificates/judge';

const pair = nacl.sign.keyPair.fromSeed(new Uint8Array(32).fill(7));
const essentials: Essentials = {
  ...{ keyId: 'aabbccdd', number: 'ZM2026-0K7MP-4XQR2-9', name: '韩*梅', lastFour: '283X' },
  ...{ organisationId: '0123456789ab', organisationName: '净滩分队' },
  ...{ from: '20260101', until: '20261124', issuedOn: '20261124' },
  minutes: { A: 1, B: 2, C: 3, D: 4, E: 5, imported: 6 },
};
function codeOf(it: Essentials): string {
  const text = Buffer.from(essentialsText(it));
  const signed = Buffer.concat([Buffer.from(certificatePurpose), text]);
  const signature = nacl.sign.detached(new Uint8Array(signed), pair.secretKey);
  return Buffer.concat([text, signature]).toString('base64url');
}
const code = codeOf(essentials);
const trust = { keys: { aabbccdd: pair.publicKey }, revoked: {} };

test('what was signed → genuine, with all that stands on it', () => {
  expect(judge(code, trust)).toEqual({ state: 'genuine', essentials });
});

test('its number is on the list → revoked, with the day and the reason', () => {
  const revoked = { [essentials.number]: { day: '20261201', reason: 'corrected' as const } };
  expect(judge(code, { ...trust, revoked })).toMatchObject({
    ...{ state: 'revoked', day: '20261201', reason: 'corrected' },
  });
});

test('a key that is not known → unknown_key; another key under its name → altered', () => {
  expect(judge(code, { ...trust, keys: {} })).toEqual({ state: 'unknown_key' });
  const other = nacl.sign.keyPair.fromSeed(new Uint8Array(32).fill(8)).publicKey;
  expect(judge(code, { ...trust, keys: { aabbccdd: other } })).toEqual({ state: 'altered' });
});

test('one flipped character, wherever → never genuine', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  // Every place is tried in the cloud's own test, where a verification costs a tenth.
  for (let at = (code.length - 1) % 5; at < code.length; at += 5) {
    const was = letters.indexOf(code.charAt(at));
    const changed = code.slice(0, at) + letters.charAt((was ^ 1) % 64) + code.slice(at + 1);
    expect(judge(changed, trust).state).not.toBe('genuine');
  }
});

test.each(['', 'A'.repeat(28), '不是码', `${code.slice(0, -1)}=`, 'A'.repeat(2_000)])(
  'no certificate (%#) → unreadable',
  (text) => expect(judge(text, trust)).toEqual({ state: 'unreadable' }),
);
