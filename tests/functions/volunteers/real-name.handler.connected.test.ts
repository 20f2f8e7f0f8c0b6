import type { Request } from '#shared/api';
import { dayMs } from '#shared/time';
import { secretsOf } from '../../../local/secrets';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import { identityNumber } from '../../support/identity';
import { allItems, itemsOf } from '../../support/items';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const path = '/intp/realname/checkrealnameinfo';
type Told = Partial<Request<'POST /me/real-name'>> & { knownAs?: string; knownNumber?: string };

/** A request as the phone makes it after WeChat's page of consent. */
function requestOf(who: Person, told: Told = {}): Request<'POST /me/real-name'> {
  const { knownAs, knownNumber, ...more } = told;
  const number = more.identityNumber ?? identityNumber();
  const name = more.name ?? '李雷';
  return {
    ...{ name, identityNumber: number, consentVersion: '2026-11-1' },
    loginCode: cloud.wechat.issueLoginCode(who.openid),
    realNameCode: cloud.wechat.issueRealNameCode(who.openid, {
      name: knownAs ?? name,
      identityNumber: knownNumber ?? number,
    }),
    ...more,
  };
}
const refused = (status: number, code: string) => ({ status, body: { code } });
const identityWays = async (who: Person) =>
  (await allItems()).filter(
    (it) => it.pk.startsWith('I#identity#') && it.volunteerId === who.volunteerId,
  );
const profileOf = async ({ volunteerId }: Person) =>
  (await itemsOf(`V#${volunteerId}`)).find(({ sk }) => sk === '#P');

test('WeChat affirms → level 1, born when the number says, shown with its ends only, kept sealed', async () => {
  const who = await volunteer(cloud);
  const number = identityNumber('19880512');
  const answer = await who.ask('POST /me/real-name', requestOf(who, { identityNumber: number }));
  const masked = `3702**********${number.slice(-4)}`;
  expect(answer).toEqual({ realNameLevel: 1, maskedIdentity: masked });
  const { profile } = await who.ask('GET /me/profile', {});
  expect(profile).toMatchObject({ realNameLevel: 1, birthMonth: '198805', maskedIdentity: masked });
  expect(await identityWays(who)).toHaveLength(1);
  const { consents } = await who.ask('GET /me/consents', {});
  expect(consents).toContainEqual(
    expect.objectContaining({ purpose: 'real_name', state: 'given' }),
  );
  expect(JSON.stringify(await allItems())).not.toContain(number);
});

test('verified → the name stays as it is; the same request again → the same answer, WeChat is not asked', async () => {
  const who = await volunteer(cloud);
  const request = requestOf(who);
  const first = await who.ask('POST /me/real-name', request);
  const asked = cloud.wechat.asked[path];
  expect(await who.ask('POST /me/real-name', request)).toEqual(first);
  expect(cloud.wechat.asked[path]).toBe(asked);
  const renamed = { name: '李蕾', district: '370202' } as const;
  expect(await who.call('PUT /me', renamed)).toMatchObject(refused(409, 'name_fixed'));
  await who.ask('PUT /me', { name: '李雷', district: '370212' });
  const other = requestOf(who, { identityNumber: identityNumber() });
  expect(await who.call('POST /me/real-name', other)).toMatchObject(
    refused(409, 'already_verified'),
  );
});

test.each<[string, (who: Person) => Request<'POST /me/real-name'>, number, string]>([
  [
    'a number with a wrong check sign',
    (who) => requestOf(who, { identityNumber: '370202199003072839' }),
    422,
    'identity_number_wrong',
  ],
  [
    'another name in WeChat',
    (who) => requestOf(who, { knownAs: '韩梅梅' }),
    409,
    'identity_mismatch',
  ],
  [
    'another number in WeChat',
    (who) => requestOf(who, { knownNumber: identityNumber() }),
    409,
    'identity_mismatch',
  ],
  [
    'no name in WeChat',
    (who) => ({ ...requestOf(who), realNameCode: cloud.wechat.issueRealNameCode(who.openid) }),
    409,
    'wechat_without_name',
  ],
  [
    'a consent that is no good',
    (who) => ({ ...requestOf(who), realNameCode: 'x' }),
    422,
    'real_name_code_invalid',
  ],
  ['an old text', (who) => requestOf(who, { consentVersion: '2020-01-1' }), 409, 'consent_changed'],
])('%s → refused, nothing kept', async (_name, request, status, code) => {
  const who = await volunteer(cloud);
  expect(await who.call('POST /me/real-name', request(who))).toMatchObject(refused(status, code));
  expect(await profileOf(who)).toMatchObject({ realNameLevel: 0 });
  expect(await profileOf(who)).not.toHaveProperty('sealedIdentity');
  expect(await identityWays(who)).toEqual([]);
});

test("somebody else's WeChat → wechat_differs, though it would affirm", async () => {
  const [who, other] = [await volunteer(cloud), await volunteer(cloud)];
  const answer = await who.call('POST /me/real-name', requestOf(other));
  expect(answer).toMatchObject(refused(403, 'wechat_differs'));
});

test("a number that is somebody's already → identity_taken, also after the pepper rotated", async () => {
  const [first, second] = [await volunteer(cloud), await volunteer(cloud)];
  const number = identityNumber();
  await first.ask('POST /me/real-name', requestOf(first, { identityNumber: number }));
  const again = () =>
    second.call('POST /me/real-name', requestOf(second, { identityNumber: number }));
  expect(await again()).toMatchObject(refused(409, 'identity_taken'));
  const kept = process.env.WAY_PEPPERS;
  process.env.WAY_PEPPERS = `${secretsOf(undefined).WAY_PEPPERS.replace('1:', '2:')},${kept}`;
  const answer = await again();
  process.env.WAY_PEPPERS = kept;
  expect(answer).toMatchObject(refused(409, 'identity_taken'));
  expect(await profileOf(second)).toMatchObject({ realNameLevel: 0 });
});

test('two with one number at once → one of them', async () => {
  const people = [await volunteer(cloud), await volunteer(cloud)];
  const number = identityNumber();
  const answers = await Promise.all(
    people.map((who) => who.call('POST /me/real-name', requestOf(who, { identityNumber: number }))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('wrong ones sent at once → WeChat is asked three times, the next day it may be asked again', async () => {
  const who = await volunteer(cloud);
  const asked = cloud.wechat.asked[path];
  const answers = await Promise.all(
    Array.from({ length: 6 }, () =>
      who.call('POST /me/real-name', requestOf(who, { knownAs: '韩梅梅' })),
    ),
  );
  const codes = answers.map(({ body }) => ('code' in body ? body.code : 'done'));
  expect(cloud.wechat.asked[path] - asked).toBeLessThanOrEqual(3);
  expect(codes.filter((code) => code === 'identity_mismatch').length).toBeLessThanOrEqual(3);
  for (let turn = 0; turn < 3; turn++) {
    await who.call('POST /me/real-name', requestOf(who, { knownAs: '韩梅梅' }));
  }
  const spent = await who.call('POST /me/real-name', requestOf(who));
  expect(spent).toMatchObject(refused(409, 'identity_tries_spent'));
  cloud.setTime(Date.now() + dayMs);
  await who.ask('POST /me/real-name', requestOf(who));
});

test('the consent is taken back → number and way are gone, level 0, the name can change, the number is free', async () => {
  const [who, other] = [await volunteer(cloud), await volunteer(cloud)];
  const number = identityNumber();
  await who.ask('POST /me/real-name', requestOf(who, { identityNumber: number }));
  const no = { purpose: 'real_name', given: false, version: '2026-11-1' } as const;
  await who.ask('PUT /me/consents', no);
  expect(await profileOf(who)).toMatchObject({ realNameLevel: 0 });
  expect(await profileOf(who)).not.toHaveProperty('sealedIdentity');
  expect(await identityWays(who)).toEqual([]);
  await who.ask('PUT /me', { name: '李蕾', district: '370202' });
  await other.ask('POST /me/real-name', requestOf(other, { identityNumber: number }));
});
