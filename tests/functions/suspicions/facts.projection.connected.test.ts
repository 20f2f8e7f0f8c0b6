import { hourMs, minuteMs, startOfDay } from '#shared/time';
import type { Shift } from '../../../functions/activities/shift.rules';
import { recordAt } from '../../../functions/records/record.table';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, organisation, volunteer } from '../../support/given';
import { onePhoneClass, strangers } from '../../support/given-suspicions';
import { allItems, itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';

let cloud: TestCloud;
let organiser: Person;
let [root, team] = ['', ''];

beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '陈静');
  root = await organisation([]);
  team = await organisation([[organiser, 'organiser']], [root]);
});
afterAll(() => cloud.stop());

const factsOf = (month: string) => itemsOf(`SF#${team}#${month}`);

test('a record counts → its fact, without a name; it is taken back → no fact', async () => {
  const [volunteerId = ''] = strangers(1, 100);
  const scene = { organiser, organisationId: team, people: [volunteerId] };
  const { shiftId, month } = await onePhoneClass(cloud, scene);
  const own = async () =>
    (await factsOf(month)).find(({ sk }) => sk === `${volunteerId}#${shiftId}`);
  expect(await own()).toMatchObject({
    fact: { volunteerId, organisationId: team, path: [root, team], minutes: 120 },
    expiresAt: expect.any(Number),
  });
  expect(JSON.stringify(await own())).not.toContain('李');

  const at = recordAt(volunteerId, shiftId);
  const [record] = (await itemsOf(at.pk)).filter(({ sk }) => sk === at.sk);
  await putAll([{ ...record, state: 'declined' }]);
  await cloud.drain();
  expect(await own()).not.toHaveProperty('fact');
});

test('whoever is only signed up or checked in is compared with nobody', async () => {
  const [volunteerId = ''] = strangers(1, 200);
  const { shiftId } = await activity(cloud, { organiser, organisationId: team });
  const at = recordAt(volunteerId, shiftId);
  await putAll([{ ...at, volunteerId, shiftId, state: 'checked_in', startsAt: cloud.now() }]);
  await cloud.drain();
  expect((await allItems()).filter(({ sk }) => sk === `${volunteerId}#${shiftId}`)).toEqual([]);
});

test('two places too far apart for the time → the person is found as soon as it counts', async () => {
  const [volunteerId = ''] = strangers(1, 300);
  const morning = startOfDay('20270105') + 9 * hourMs;
  const plan = { organiser, organisationId: team, minutes: 120 };
  const here = await activity(cloud, { ...plan, startsAt: morning });
  const there = await activity(cloud, { ...plan, startsAt: morning + 130 * minuteMs });
  const [shift] = await itemsOf(`T#${there.shiftId}`).then((items) =>
    items.filter(({ sk }) => sk === '#T'),
  );
  await putAll([{ ...(shift as unknown as Shift), latitude: 36.6, longitude: 120.9 }]);
  const records = [here, there].map(({ shiftId, activityId, startsAt, endsAt }) => ({
    ...recordAt(volunteerId, shiftId),
    ...{ version: 1, volunteerId, shiftId, activityId, startsAt, endsAt, state: 'credited' },
    ...{ inAt: startsAt, outAt: endsAt, rawMinutes: 120, grade: 'C', title: '清洁' },
    inEvidence: { scanId: 'a', by: 'token', gate: 0, step: 1 },
    outEvidence: { scanId: 'b', by: 'token', gate: 0, step: 2 },
  }));
  await putAll(records);
  await cloud.drain();
  const found = (await allItems()).filter(({ pk, sk }) => pk.startsWith('SU#') && sk === '#SU');
  expect(found).toMatchObject([
    {
      ...{ subject: { kind: 'person', id: volunteerId }, rule: 'impossible_travel', rowCount: 2 },
      ...{ organisationId: team, month: '202701' },
    },
  ]);
});
