import type { Registration } from '#shared/volunteers';
import { secretsOf } from '../../../local/secrets';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, newcomer, organisation, volunteer } from '../../support/given';
import { allItems, itemsOf } from '../../support/items';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

let phones = 0;
const freshPhone = () => `139${String(++phones).padStart(8, '0')}`;
const registration: Omit<Registration, 'phoneCode' | 'phoneNumber'> = {
  ...{ name: '韩梅梅', birthMonth: '199807' },
  district: '370211',
  consent: true,
};
const typed = (phoneNumber = freshPhone()): Registration => ({ ...registration, phoneNumber });
const withCode = (phoneNumber: string): Registration => ({
  ...registration,
  phoneCode: cloud.wechat.issuePhoneCode(phoneNumber),
});
const profileOf = async ({ volunteerId }: Person) =>
  (await itemsOf(`V#${volunteerId}`)).find(({ sk }) => sk === '#P');
const refused = (status: number, code: string) => ({ status, body: { code } });

test('before registering → nobody yet, with nothing', async () => {
  const who = await newcomer(cloud);
  const me = await who.ask('GET /me', {});
  expect(me).toEqual({
    ...{ volunteerId: who.volunteerId, minutes: 0, points: 0, now: me.now },
  });
});

test('registered with a typed phone → shown masked, not verified, and no way in', async () => {
  const who = await newcomer(cloud);
  const me = await who.ask('POST /me', typed('13912345678'));
  expect(me.profile).toEqual({
    ...{ name: '韩梅梅', district: '370211', birthMonth: '199807' },
    ...{ maskedPhone: '139******78', phoneVerified: false, registeredAt: me.now },
    realNameLevel: 0,
  });
  expect(await who.ask('GET /me', {})).toMatchObject({ profile: me.profile });
  expect((await allItems()).filter(({ pk }) => pk.startsWith('I#phone#'))).toEqual([]);
  expect(await profileOf(who)).toMatchObject({
    consents: [{ purpose: 'registration', at: me.now }],
  });
});

test("registered with WeChat's phone code → verified, and a way in to this volunteer", async () => {
  const who = await newcomer(cloud);
  const { profile } = await who.ask('POST /me', withCode('13987654321'));
  expect(profile).toMatchObject({ maskedPhone: '139******21', phoneVerified: true });
  const ways = (await allItems()).filter(({ pk }) => pk.startsWith('I#phone#'));
  expect(ways).toMatchObject([{ volunteerId: who.volunteerId, epoch: 1 }]);
});

test.each([
  ['201209', { guardianPhone: '13700000000' }],
  ['195001', {}],
])('born in %s → registered, and the fact is kept', async (birthMonth, more) => {
  const who = await newcomer(cloud);
  await who.ask('POST /me', { ...typed(), birthMonth, ...more });
  expect(await profileOf(who)).toMatchObject({ birthMonth });
});

test.each([
  ['a phone code that is no good', { phoneCode: 'nonsense' }, 422, 'phone_code_invalid'],
  ['an openid along with it', { phoneNumber: '13900000000', openid: 'o' }, 400, 'request_invalid'],
  ['no consent', { phoneNumber: '13900000000', consent: false }, 400, 'request_invalid'],
  ['no phone', {}, 400, 'request_invalid'],
  [
    'a month of birth that is yet to come',
    { phoneNumber: '13900000000', birthMonth: '209001' },
    400,
    'request_invalid',
  ],
])('%s → refused, nothing kept', async (_name, more, status, code) => {
  const who = await newcomer(cloud);
  const answer = await who.call('POST /me', { ...registration, ...more } as Registration);
  expect(answer).toMatchObject(refused(status, code));
  expect(await profileOf(who)).toBeUndefined();
});

test('the same registration again → the same answer, though its phone code is spent by then', async () => {
  const who = await newcomer(cloud);
  const request = withCode(freshPhone());
  const first = await who.ask('POST /me', request);
  const asked = cloud.wechat.asked['/wxa/business/getuserphonenumber'];
  expect(await who.ask('POST /me', request)).toEqual({ ...first, now: expect.any(Number) });
  expect(cloud.wechat.asked['/wxa/business/getuserphonenumber']).toBe(asked);
});

test('ten times at once → one profile, and every answer that came is the same', async () => {
  const who = await newcomer(cloud);
  const request = typed();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => who.call('POST /me', request)),
  );
  const profiles = answers.map(({ status, body }) => [status, 'profile' in body && body.profile]);
  expect(new Set(profiles.map((it) => JSON.stringify(it))).size).toBe(1);
  expect(answers[0]?.status).toBe(200);
  expect(await profileOf(who)).toMatchObject({ version: 1 });
});

test('another name or another birth month later → already_registered, unchanged', async () => {
  const who = await volunteer(cloud, '李雷');
  const before = await profileOf(who);
  for (const more of [{ name: '李蕾' }, { birthMonth: '199004' }]) {
    const request = { ...typed(), name: '李雷', birthMonth: '199003', ...more };
    expect(await who.call('POST /me', request)).toMatchObject(refused(409, 'already_registered'));
  }
  expect(await profileOf(who)).toEqual(before);
});

test("a verified phone is somebody else's → phone_taken; typed by many → no matter, it opens nothing", async () => {
  const phone = freshPhone();
  const [first, second, third] = [
    await newcomer(cloud),
    await newcomer(cloud),
    await newcomer(cloud),
  ];
  await first.ask('POST /me', withCode(phone));
  expect(await second.call('POST /me', withCode(phone))).toMatchObject(refused(409, 'phone_taken'));
  expect(await profileOf(second)).toBeUndefined();
  await second.ask('POST /me', typed(phone));
  await third.ask('POST /me', typed(phone));
});

test('two register with the same verified phone at once → one of them', async () => {
  const phone = freshPhone();
  const people = [await newcomer(cloud), await newcomer(cloud)];
  const answers = await Promise.all(people.map((who) => who.call('POST /me', withCode(phone))));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('the pepper rotates → a verified phone is still taken', async () => {
  const phone = freshPhone();
  const [first, second] = [await newcomer(cloud), await newcomer(cloud)];
  await first.ask('POST /me', withCode(phone));
  const kept = process.env.WAY_PEPPERS;
  process.env.WAY_PEPPERS = `${secretsOf(undefined).WAY_PEPPERS.replace('1:', '2:')},${kept}`;
  const answer = await second.call('POST /me', withCode(phone));
  process.env.WAY_PEPPERS = kept;
  expect(answer).toMatchObject(refused(409, 'phone_taken'));
});

test('name and district can be changed, nothing else, and not before registering', async () => {
  const who = await newcomer(cloud);
  const change = { name: '韩美美', district: '370212' } as const;
  expect(await who.call('PUT /me', change)).toMatchObject(refused(403, 'not_registered'));
  const { profile } = await who.ask('POST /me', typed());
  expect(await who.ask('PUT /me', change)).toMatchObject({ profile: { ...profile, ...change } });
  expect(await who.ask('GET /me', {})).toMatchObject({ profile: { ...profile, ...change } });
  for (const more of [{ birthMonth: '199001' }, { phoneNumber: '13900000000' }, { points: 9 }]) {
    expect(await who.call('PUT /me', { ...change, ...more })).toMatchObject({ status: 400 });
  }
});

test('without a session → session_expired', async () => {
  expect(await cloud.call('GET /me', {})).toMatchObject(refused(401, 'session_expired'));
  expect(await cloud.call('POST /me', typed())).toMatchObject(refused(401, 'session_expired'));
});

test('phone, openid, session key and codes → nowhere in the table, in no answer', async () => {
  const openid = 'canary-openid-7f3a';
  const phone = '18877776666';
  const login = cloud.wechat.issueLoginCode(openid);
  const answers: unknown[] = [await cloud.call('POST /sessions', { code: login })];
  const who = await newcomer(cloud, openid);
  const request = withCode(phone);
  answers.push(await who.call('POST /me', request), await who.call('GET /me', {}));
  const organiser = await volunteer(cloud, '王组织');
  const organisationId = await organisation([[organiser, 'organiser']]);
  const { shiftId, startsAt } = await activity(cloud, { organiser, organisationId });
  cloud.setTime(startsAt);
  const { token } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  const code = cloud.wechat.issueLoginCode(openid);
  const claim = await cloud.call('POST /claims', { token, code });
  const { claimId } = claim.body as { claimId: string };
  const scanId = newRequestId();
  answers.push(claim, await who.call('POST /claims/{claimId}/confirmation', { claimId, scanId }));
  answers.push(await organiser.call('GET /shifts/{shiftId}/roster', { shiftId }));
  await cloud.drain();

  const all = await allItems();
  expect(all.filter(({ pk }) => pk === `V#${who.volunteerId}`).length).toBeGreaterThan(2);
  const kept = JSON.stringify(all);
  const told = JSON.stringify(answers);
  // The session key that the made-up WeChat gives is made from the code.
  const sessionKeys = [login, code].map((one) => Buffer.alloc(16, one).toString('base64'));
  for (const secret of [phone, openid, login, code, request.phoneCode ?? '', ...sessionKeys]) {
    expect(secret.length).toBeGreaterThan(8);
    expect(kept).not.toContain(secret);
    expect(told).not.toContain(secret);
    for (const encoding of ['base64', 'base64url', 'hex'] as const) {
      expect(kept).not.toContain(Buffer.from(secret).toString(encoding).replace(/=+$/, ''));
    }
  }
  expect(`${kept}${told}`).not.toMatch(/session_?key|openid/i);
});
