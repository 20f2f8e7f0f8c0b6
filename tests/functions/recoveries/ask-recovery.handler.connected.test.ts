import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { organisation, volunteer } from '../../support/given';
import {
  desk,
  deskCode,
  freshPhone,
  mergeAsked,
  mergeRequest,
} from '../../support/given-recoveries';
import { allItems, itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const route = 'POST /organisations/{organisationId}/recoveries';
const noticesOf = async ({ volunteerId }: { volunteerId: string }) =>
  (await itemsOf(`V#${volunteerId}`)).filter(({ sk }) => sk.startsWith('N#'));
const fails = (status: number, code: string) => ({ status, body: { code } });

async function recoverRequest(organisationId: string, volunteerId: string, phone = freshPhone()) {
  const code = await deskCode(cloud, phone);
  return {
    ...{ organisationId, requestId: newRequestId(), kind: 'recover' as const, why: '手机丢了' },
    ...{ volunteerId, phone, code },
  };
}

test('a new phone, proven at the desk → open, told to the person, in the audit log, no number readable', async () => {
  const person = await volunteer(cloud);
  const { opener, organisationId } = await desk(cloud, person);
  const request = await recoverRequest(organisationId, person.volunteerId);
  const asked = await opener.ask(route, request);
  expect(asked).toMatchObject({ kind: 'recover', state: 'open', own: true, why: '手机丢了' });
  expect(await opener.ask(route, request)).toEqual(asked);
  expect(await noticesOf(person)).toMatchObject([{ kind: 'account' }]);
  const items = await itemsOf(`O#${organisationId}`);
  expect(items.filter(({ sk }) => sk.startsWith('RV#'))).toHaveLength(1);
  expect(items.filter(({ action }) => action === 'recovery_opened')).toHaveLength(1);
  expect(JSON.stringify(await allItems())).not.toContain(request.phone);
});

test('a wrong code → refused, nothing is asked for', async () => {
  const person = await volunteer(cloud);
  const { opener, organisationId } = await desk(cloud, person);
  const request = await recoverRequest(organisationId, person.volunteerId);
  const code = String((Number(request.code) + 1) % 1_000_000).padStart(6, '0');
  const answer = await opener.call(route, { ...request, code });
  expect(answer).toMatchObject(fails(422, 'sms_code_wrong'));
  expect(await noticesOf(person)).toHaveLength(0);
});

test('two accounts → open, told on both; the same id for something else is refused', async () => {
  const [keep, closing] = [await volunteer(cloud), await volunteer(cloud)];
  const { opener, organisationId } = await desk(cloud, keep);
  const request = mergeRequest({ organisationId, keep, closing });
  expect(await opener.ask(route, request)).toMatchObject({
    ...{ kind: 'merge', state: 'open', closingId: closing.volunteerId },
  });
  const other = { ...request, why: '别的' };
  expect(await opener.call(route, other)).toMatchObject(fails(409, 'request_differs'));
  for (const one of [keep, closing]) expect(await noticesOf(one)).toHaveLength(1);
});

test('one account named twice → request_invalid', async () => {
  const person = await volunteer(cloud);
  const { opener, organisationId } = await desk(cloud, person);
  const request = mergeRequest({ organisationId, keep: person, closing: person });
  expect(await opener.call(route, request)).toMatchObject(fails(400, 'request_invalid'));
});

test('for oneself, on either side → not_to_oneself', async () => {
  const person = await volunteer(cloud);
  const { opener, organisationId } = await desk(cloud, person);
  for (const [keep, closing] of [
    [opener, person],
    [person, opener],
  ] as const) {
    const request = mergeRequest({ organisationId, keep, closing });
    expect(await opener.call(route, request)).toMatchObject(fails(403, 'not_to_oneself'));
  }
});

test("another organisation's people, on either side → not_found", async () => {
  const [own, foreign] = [await volunteer(cloud), await volunteer(cloud)];
  const { opener, organisationId } = await desk(cloud, own);
  await organisation([[foreign, 'member']]);
  for (const [keep, closing] of [
    [own, foreign],
    [foreign, own],
  ] as const) {
    const request = mergeRequest({ organisationId, keep, closing });
    expect(await opener.call(route, request)).toMatchObject(fails(404, 'not_found'));
  }
});

test('whoever is staff outside → not_found: no team takes over an admin of above or of beside', async () => {
  const staff = await volunteer(cloud);
  const { opener, organisationId } = await desk(cloud, staff);
  await organisation([[staff, 'member', 'admin']]);
  const request = await recoverRequest(organisationId, staff.volunteerId);
  expect(await opener.call(route, request)).toMatchObject(fails(404, 'not_found'));
  const merge = mergeRequest({ organisationId, keep: staff, closing: await volunteer(cloud) });
  expect(await opener.call(route, merge)).toMatchObject(fails(404, 'not_found'));
});

test('whose role elsewhere is over, and who is staff below only → helped as before', async () => {
  const staff = await volunteer(cloud);
  const { opener, organisationId } = await desk(cloud, staff);
  await organisation([[staff, 'organiser']], [organisationId]);
  const lent = await organisation([[staff, 'admin']]);
  const rows = await itemsOf(`O#${lent}`);
  const row = rows.find(({ sk }) => sk === `M#${staff.volunteerId}`);
  const ended = { admin: cloud.now() - 1 };
  await putAll([{ ...row, rolesEndAt: ended } as (typeof rows)[number]]);
  const request = await recoverRequest(organisationId, staff.volunteerId);
  expect(await opener.ask(route, request)).toMatchObject({ state: 'open' });
});

test('an account that holds a role → refused before anybody waits for a second person', async () => {
  const [keep, closing] = [await volunteer(cloud), await volunteer(cloud)];
  const { opener, organisationId } = await desk(cloud, keep);
  await organisation([[closing, 'organiser']], [organisationId]);
  const request = mergeRequest({ organisationId, keep, closing });
  expect(await opener.call(route, request)).toMatchObject(fails(409, 'merge_holds_roles'));
});

test('the list → for admins and auditors, masked; not for members', async () => {
  const [keep, closing] = [await volunteer(cloud, '王小四'), await volunteer(cloud)];
  const { opener, auditor, organisationId } = await desk(cloud, keep);
  await mergeAsked({ opener, organisationId, keep, closing });
  const list = 'GET /organisations/{organisationId}/recoveries';
  const { recoveries } = await auditor.ask(list, { organisationId });
  expect(recoveries).toMatchObject([{ maskedName: '王*四', own: false, state: 'open' }]);
  expect((await keep.call(list, { organisationId })).status).toBe(403);
});
