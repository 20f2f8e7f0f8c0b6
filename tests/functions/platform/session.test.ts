import type { Caller } from '../../../functions/platform/session';
import { accessMs, readSession, refreshMs, signSession } from '../../../functions/platform/session';
import { secretsOf } from '../../../local/secrets';

const caller: Caller = {
  volunteerId: 'a1b2c3d4e5f6',
  way: { kind: 'weapp', mark: 'm'.repeat(32) },
  epoch: 3,
};
const now = Date.UTC(2026, 10, 24, 6);
const endsAt = now + accessMs;
const own = secretsOf(undefined).SESSION_SECRETS;

beforeEach(() => {
  process.env.SESSION_SECRETS = own;
});

test('what was signed reads back until the moment it ends', () => {
  const token = signSession(caller, 'access', endsAt);
  expect(token.length).toBeLessThanOrEqual(512);
  expect(readSession(token, 'access', now)).toEqual(caller);
  expect(readSession(token, 'access', endsAt - 1)).toEqual(caller);
  expect(readSession(token, 'access', endsAt)).toBeUndefined();
});

test('an access token lives 10 minutes, a refresh token 60 days', () => {
  expect([accessMs, refreshMs]).toEqual([600_000, 5_184_000_000]);
});

test('one use is not the other', () => {
  const access = signSession(caller, 'access', endsAt);
  const refresh = signSession(caller, 'refresh', now + refreshMs);
  expect(readSession(access, 'refresh', now)).toBeUndefined();
  expect(readSession(refresh, 'access', now)).toBeUndefined();
  expect(readSession(refresh, 'refresh', now)).toEqual(caller);
});

test('the payload changed under the same mark → nobody', () => {
  const [version, payload = '', mark] = signSession(caller, 'access', endsAt).split('.');
  const fields = JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown[];
  for (const [index, forged] of [
    'ffffffffffff',
    'phone',
    'n',
    4,
    'refresh',
    endsAt * 2,
  ].entries()) {
    const changed = fields.with(index, forged);
    const text = Buffer.from(JSON.stringify(changed)).toString('base64url');
    const use = forged === 'refresh' ? 'refresh' : 'access';
    expect(readSession(`${version}.${text}.${mark}`, use, now)).toBeUndefined();
  }
});

test('every character of the text changed, and the token cut anywhere → nobody', () => {
  const token = signSession(caller, 'access', endsAt);
  // The last character of the mark carries two bits that mean nothing.
  for (let at = 0; at < token.length - 1; at++) {
    const other = token[at] === 'A' ? 'B' : 'A';
    const changed = token.slice(0, at) + other + token.slice(at + 1);
    expect(readSession(changed, 'access', now)).toBeUndefined();
    expect(readSession(token.slice(0, at), 'access', now)).toBeUndefined();
  }
});

test.each([
  ['nothing', ''],
  ['dots', '..'],
  ['no mark', `1.${Buffer.from('[]').toString('base64url')}.`],
  ['a megabyte', '1.'.padEnd(1_000_000, 'A')],
  ['a JSON web token', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.'],
])('%s → nobody', (_name, text) => {
  expect(readSession(text, 'access', now)).toBeUndefined();
});

test('the secret of another cloud under the same number → nobody', () => {
  const token = signSession(caller, 'access', endsAt);
  process.env.SESSION_SECRETS = secretsOf(undefined).SESSION_SECRETS;
  expect(readSession(token, 'access', now)).toBeUndefined();
});

test('the secret rotates → older tokens read while it stands in the list, new ones carry the new number', () => {
  const older = signSession(caller, 'access', endsAt);
  const fresh = secretsOf(undefined).SESSION_SECRETS.replace('1:', '2:');
  process.env.SESSION_SECRETS = `${fresh},${own}`;
  const newer = signSession(caller, 'access', endsAt);
  expect([older, newer].map((token) => token.split('.')[0])).toEqual(['1', '2']);
  expect(readSession(older, 'access', now)).toEqual(caller);
  expect(readSession(newer, 'access', now)).toEqual(caller);
  // The number alone does not choose who may have signed.
  expect(readSession(newer.replace(/^2/, '1'), 'access', now)).toBeUndefined();
  process.env.SESSION_SECRETS = fresh;
  expect(readSession(older, 'access', now)).toBeUndefined();
});
