import nacl from 'tweetnacl';
import { asciiBytes, keyListPurpose } from '#shared/certificate-code';
import { freshTrust, knownTrust } from '../../../../miniapp/src/certificates/trust';
import { freshPhone, network, ok } from '../../../support/phone';

jest.mock(
  '../../../../miniapp/src/device/storage',
  () => require('../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../miniapp/src/device/request',
  () => require('../../../support/phone').phoneRequest,
);

const pairOf = (fill: number) => nacl.sign.keyPair.fromSeed(new Uint8Array(32).fill(fill));
const [old, next, foreign] = [pairOf(1), pairOf(2), pairOf(3)];
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
type Pair = ReturnType<typeof pairOf>;

function published(at: number, keys: Record<string, Pair>, signers: Record<string, Pair>) {
  const list = JSON.stringify({
    ...{ version: 1, at, revoked: [['ZM2026-0', '20261124', 'hours']], since: '20260101' },
    keys: Object.entries(keys).map(([keyId, it]) => ({ keyId, key: base64url(it.publicKey) })),
  });
  const bytes = asciiBytes(keyListPurpose + list);
  const signatures = Object.entries(signers).map(([keyId, it]) => ({
    ...{ keyId, signature: base64url(nacl.sign.detached(bytes, it.secretKey)) },
  }));
  return { list, signatures };
}

const global = globalThis as unknown as { CERTIFICATE_KEYS: string };
beforeEach(() => {
  freshPhone();
  global.CERTIFICATE_KEYS = '';
});
afterAll(() => {
  global.CERTIFICATE_KEYS = '';
});

test('nothing on the phone and no network → nothing is known', async () => {
  network(() => {
    throw new Error('offline');
  });
  expect(await freshTrust()).toEqual({ keys: {}, revoked: {} });
});

test('the keys of the package are there at the first start, without network', () => {
  global.CERTIFICATE_KEYS = `aa:${base64url(old.publicKey)}`;
  expect(knownTrust().keys.aa).toEqual(old.publicKey);
});

test('a list → kept with its age, and there without network afterwards', async () => {
  network(() => ok(published(7, { aa: old }, { aa: old })));
  await freshTrust();
  network(() => {
    throw new Error('offline');
  });
  expect(await freshTrust()).toMatchObject({
    ...{ at: 7, since: '20260101' },
    revoked: { 'ZM2026-0': { day: '20261124', reason: 'hours' } },
  });
});

test('a new key that an old one vouches for → taken; one that nobody vouches for → not', async () => {
  global.CERTIFICATE_KEYS = `aa:${base64url(old.publicKey)}`;
  network(() => ok(published(8, { ff: foreign }, { ff: foreign })));
  expect(Object.keys((await freshTrust()).keys)).toEqual(['aa']);
  network(() => ok(published(8, { ff: foreign }, { aa: foreign })));
  expect((await freshTrust()).at).toBeUndefined();
  network(() => ok(published(9, { bb: next, aa: old }, { bb: next, aa: old })));
  expect(Object.keys((await freshTrust()).keys).sort()).toEqual(['aa', 'bb']);
  expect(knownTrust().at).toBe(9);
});
