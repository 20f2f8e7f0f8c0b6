import { createPublicKey, verify } from 'node:crypto';
import nacl from 'tweetnacl';
import { certificatePurpose, codeIn, keyListPurpose, readCode } from '#shared/certificate-code';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import { asking, finalService, issuing, verifiedName } from '../../support/given-certificates';

let cloud: TestCloud;
let organiser: Person;
let organisationId: string;
let who: Person;
let code: string;
const seeds = { first: '', second: '' };
beforeAll(async () => {
  cloud = await startTestCloud();
  seeds.first = process.env.SIGNING_KEYS ?? '';
  seeds.second = `2:${Buffer.alloc(32, 7).toString('base64')}`;
  ({ organiser, organisationId } = await issuing(cloud));
  who = await volunteer(cloud, '韩梅梅');
  await verifiedName(cloud, who, '韩梅梅');
  await finalService(cloud, who, { organiser, organisationId });
  code = codeIn((await who.ask('POST /certificates', asking(cloud, organisationId))).link) ?? '';
});
afterEach(() => {
  process.env.SIGNING_KEYS = seeds.first;
  delete process.env.RETIRED_SIGNING_KEYS;
});
afterAll(() => cloud.stop());

type List = { keys: { keyId: string; key: string }[]; revoked: unknown[] };
const published = async () => {
  const { status, body } = await cloud.call('GET /certificate-keys', {});
  if (status !== 200) throw new Error(JSON.stringify(body));
  const { list, signatures } = body as {
    list: string;
    signatures: { keyId: string; signature: string }[];
  };
  return { text: list, list: JSON.parse(list) as List, signatures };
};
const nodeKey = (raw: Uint8Array) =>
  createPublicKey({
    key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]),
    ...{ format: 'der', type: 'spki' },
  });
const keyNamed = (list: List, keyId: string) =>
  Buffer.from(list.keys.find((one) => one.keyId === keyId)?.key ?? '', 'base64url');

test('a certificate verifies with the published key, by node:crypto and by tweetnacl', async () => {
  const { list } = await published();
  const read = readCode(code);
  if (!read) throw new Error('unreadable');
  const key = keyNamed(list, read.essentials.keyId);
  expect(Buffer.from(read.signed).toString()).toContain(`${certificatePurpose}1\n`);
  expect(verify(null, read.signed, nodeKey(key), read.signature)).toBe(true);
  expect(nacl.sign.detached.verify(read.signed, read.signature, key)).toBe(true);
});

test('one flipped character anywhere, whichever it becomes → no signature fits', async () => {
  const { list } = await published();
  const keys = new Map(list.keys.map((one) => [one.keyId, nodeKey(keyNamed(list, one.keyId))]));
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
  const genuine = (text: string): boolean => {
    const read = readCode(text);
    const key = read && keys.get(read.essentials.keyId);
    return (
      read !== undefined && key !== undefined && verify(null, read.signed, key, read.signature)
    );
  };
  expect(genuine(code)).toBe(true);
  const passed: number[] = [];
  for (let at = 0; at < code.length; at++) {
    for (const letter of letters) {
      if (letter === code[at]) continue;
      if (genuine(code.slice(0, at) + letter + code.slice(at + 1))) passed.push(at);
    }
  }
  expect(passed).toEqual([]);
  expect(genuine(`${code}A`) || genuine(code.slice(0, -1)) || genuine(code.slice(1))).toBe(false);
});

test('a new key → signs the list beside the old one; the old one stays published when its seed is destroyed', async () => {
  const old = await published();
  const oldKey = old.list.keys[0];
  process.env.SIGNING_KEYS = `${seeds.second},${seeds.first}`;
  const both = await published();
  expect(both.list.keys.map(({ keyId }) => keyId)).toContain(oldKey?.keyId);
  expect(both.signatures).toHaveLength(2);
  for (const { keyId, signature } of both.signatures) {
    const bytes = Buffer.from(keyListPurpose + both.text);
    const key = keyNamed(both.list, keyId);
    expect(verify(null, bytes, nodeKey(key), Buffer.from(signature, 'base64url'))).toBe(true);
  }
  await finalService(cloud, who, { organiser, organisationId });
  const next = await who.ask('POST /certificates', asking(cloud, organisationId));
  const signedBy = readCode(codeIn(next.link) ?? '')?.essentials.keyId;
  expect(signedBy).toBe(both.list.keys[0]?.keyId);
  expect(signedBy).not.toBe(oldKey?.keyId);

  process.env.SIGNING_KEYS = seeds.second;
  process.env.RETIRED_SIGNING_KEYS = Buffer.from(oldKey?.key ?? '', 'base64url').toString('base64');
  const after = await published();
  expect(after.list.keys).toContainEqual(oldKey);
  expect(after.signatures).toHaveLength(1);
});
