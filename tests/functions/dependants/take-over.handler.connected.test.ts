import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { newcomer, volunteer } from '../../support/given';
import { born, dependant } from '../../support/given-family';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const refused = (status: number, code: string) => ({ status, body: { code } });
const elder = { relation: 'elder', birthMonth: born.elder, name: '李大山' } as const;
const codeFor = async (guardian: Person, forVolunteerId: string) =>
  (await guardian.ask('POST /me/link-codes', { purpose: 'handover', forVolunteerId })).code;

/** The answer of a route with a given access token. */
const asked = (token: string) => cloud.call('GET /me', {}, token);

test('a new account types the code → it is the dependant from now on, under the same number', async () => {
  const guardian = await volunteer(cloud);
  const volunteerId = await dependant(guardian, elder);
  const code = await codeFor(guardian, volunteerId);
  const phone = await newcomer(cloud);
  const { accessToken, ...session } = await phone.ask('POST /me/handover', { code });
  expect(session).toMatchObject({ volunteerId });
  expect(await asked(accessToken)).toMatchObject({ body: { profile: { name: '李大山' } } });
  const login = cloud.wechat.issueLoginCode(phone.openid);
  expect(await cloud.call('POST /sessions', { code: login })).toMatchObject({
    ...{ status: 200, body: { volunteerId } },
  });
  const { refreshToken } = phone.session;
  expect(await cloud.call('POST /sessions/refresh', { refreshToken })).toMatchObject(
    refused(401, 'session_expired'),
  );
  expect(await guardian.ask('GET /me/dependants', {})).toMatchObject({
    dependants: [{ volunteerId, ownAccount: true }],
  });
  expect(
    await guardian.call('POST /me/link-codes', {
      purpose: 'handover',
      forVolunteerId: volunteerId,
    }),
  ).toMatchObject(refused(409, 'own_account'));
});

test('sent again → the same dependant; a second phone with the same code → link_code_wrong', async () => {
  const guardian = await volunteer(cloud);
  const volunteerId = await dependant(guardian, elder);
  const code = await codeFor(guardian, volunteerId);
  const [phone, other] = [await newcomer(cloud), await newcomer(cloud)];
  await phone.ask('POST /me/handover', { code });
  const { accessToken } = phone.session;
  expect(await cloud.call('POST /me/handover', { code }, accessToken)).toMatchObject({
    ...{ status: 200, body: { volunteerId } },
  });
  expect(await other.call('POST /me/handover', { code })).toMatchObject(
    refused(422, 'link_code_wrong'),
  );
});

test('two phones at once → one of them', async () => {
  const guardian = await volunteer(cloud);
  const code = await codeFor(guardian, await dependant(guardian, elder));
  const phones = [await newcomer(cloud), await newcomer(cloud)];
  const answers = await Promise.all(phones.map((one) => one.call('POST /me/handover', { code })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
});

test('an account that registered or looks after somebody → account_in_use', async () => {
  const guardian = await volunteer(cloud);
  const code = await codeFor(guardian, await dependant(guardian, elder));
  const used = await volunteer(cloud);
  expect(await used.call('POST /me/handover', { code })).toMatchObject(
    refused(409, 'account_in_use'),
  );
});

test('a code for a guardian opens no account', async () => {
  const guardian = await volunteer(cloud);
  const forVolunteerId = await dependant(guardian, elder);
  const { code } = await guardian.ask('POST /me/link-codes', {
    purpose: 'guardian',
    forVolunteerId,
  });
  const phone = await newcomer(cloud);
  expect(await phone.call('POST /me/handover', { code })).toMatchObject(
    refused(422, 'link_code_wrong'),
  );
});
