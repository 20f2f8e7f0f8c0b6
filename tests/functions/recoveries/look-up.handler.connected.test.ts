import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { newcomer, organisation, volunteer } from '../../support/given';
import { desk, freshPhone } from '../../support/given-recoveries';
import { allItems, itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const route = 'POST /organisations/{organisationId}/lookups';
const request = (organisationId: string, wanted: { phone: string } | { volunteerId: string }) => ({
  ...{ organisationId, requestId: newRequestId(), why: '换了手机' },
  ...wanted,
});
/** Somebody whose phone is their way in. */
async function holder(phone: string, name = '王小四'): Promise<Person> {
  const person = await newcomer(cloud);
  const phoneCode = cloud.wechat.issuePhoneCode(phone);
  await person.ask('POST /me', {
    ...{ name, district: '370202', birthMonth: '199001', consent: true, phoneCode },
  });
  return person;
}

test('a member, by the exact number → masked, and the look is in the audit log', async () => {
  const phone = freshPhone();
  const person = await holder(phone);
  const { opener, organisationId } = await desk(cloud, person);
  const found = await opener.ask(route, request(organisationId, { phone }));
  expect(found).toMatchObject({
    ...{ volunteerId: person.volunteerId, maskedName: '王*四', minutes: 0, points: 0 },
    maskedPhone: `${phone.slice(0, 3)}******${phone.slice(-2)}`,
  });
  expect(JSON.stringify(found)).not.toContain(phone);
  const audits = (await itemsOf(`O#${organisationId}`)).filter(({ sk }) => sk.startsWith('Z#'));
  expect(audits).toMatchObject([
    { action: 'person_looked_up', by: opener.volunteerId, subjectId: person.volunteerId },
  ]);
});

test.each([
  ['a number that nobody has', async () => ({ phone: freshPhone() })],
  ['an id that nobody has', async () => ({ volunteerId: '00000000beef' })],
  [
    "another organisation's member",
    async () => {
      const phone = freshPhone();
      await organisation([[await holder(phone), 'member']]);
      return { phone };
    },
  ],
])('%s → not_found, and nothing is written', async (_name, given) => {
  const { opener, organisationId } = await desk(cloud);
  const wanted = await given();
  const before = await allItems();
  const answer = await opener.call(route, request(organisationId, wanted));
  expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  expect(await allItems()).toEqual(before);
});

test('a member below, and anybody for the city itself → found', async () => {
  const above = await desk(cloud);
  const person = await volunteer(cloud);
  await organisation([[person, 'member']], [above.organisationId]);
  const below = request(above.organisationId, { volunteerId: person.volunteerId });
  expect((await above.opener.call(route, below)).status).toBe(200);
  const city = await desk(cloud);
  const { cityKey } =
    require('../../../functions/keys') as typeof import('../../../functions/keys');
  await putAll([{ ...cityKey, organisationId: city.organisationId }]);
  const all = request(city.organisationId, { volunteerId: person.volunteerId });
  expect((await city.opener.call(route, all)).status).toBe(200);
});

test('an auditor, a member, a stranger → not_allowed', async () => {
  const person = await volunteer(cloud);
  const { auditor, organisationId } = await desk(cloud, person);
  const { volunteerId } = person;
  for (const who of [auditor, person, await newcomer(cloud)]) {
    const answer = await who.call(route, request(organisationId, { volunteerId }));
    expect(answer).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  }
});

test('going through numbers → stopped after twenty', async () => {
  const { opener, organisationId } = await desk(cloud);
  const statuses: number[] = [];
  for (let i = 0; i < 21; i++) {
    statuses.push(
      (await opener.call(route, request(organisationId, { phone: freshPhone() }))).status,
    );
  }
  expect(statuses).toEqual([...Array(20).fill(404), 429]);
});
