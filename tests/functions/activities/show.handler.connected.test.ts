import * as z from 'zod';
import { activityShown } from '#shared/activities';
import { minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, organisation, volunteer } from '../../support/given';
import { signUp } from '../../support/sign-up';

let cloud: TestCloud;
let organiser: Person;
let organisationId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  organisationId = await organisation([[organiser, 'organiser']]);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const published = () => activity(cloud, { organiser, organisationId });

test('anybody, without a session → the activity as it was told; no record, nothing to organise', async () => {
  const { activityId, startsAt, endsAt, shiftId } = await published();
  const answer = await cloud.call('GET /activities/{activityId}', { activityId });
  const shown = z.strictObject(activityShown.shape).parse(answer.body);
  expect(shown).toMatchObject({ title: '海边清洁', risks: '海边风大路滑', organising: false });
  expect(shown.shifts).toEqual([
    { shiftId, startsAt, endsAt, capacity: 10, taken: 0, cancelled: false },
  ]);
});

test("one's own record is shown as it moves, and to nobody else", async () => {
  const [who, other] = [await volunteer(cloud), await volunteer(cloud)];
  const { activityId, shiftId, startsAt } = await published();
  const mine = async (person: Person) =>
    (await person.ask('GET /activities/{activityId}', { activityId })).shifts[0]?.mine;
  expect(await mine(who)).toBeUndefined();
  await signUp(who, shiftId);
  expect(await mine(who)).toEqual({ state: 'signed_up' });
  cloud.setTime(startsAt + minuteMs);
  const { token } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  const { inAt } = await who.ask('POST /checkins', { scanId: newRequestId(), token });
  expect(await mine(who)).toEqual({ state: 'checked_in', inAt });
  expect(await mine(other)).toBeUndefined();
});

test('organising: whoever has the role here or above, and nobody else', async () => {
  const [above, beside, member] = [
    await volunteer(cloud),
    await volunteer(cloud),
    await volunteer(cloud),
  ];
  const top = await organisation([[above, 'admin']]);
  await organisation([[beside, 'organiser']], [top]);
  const here = await organisation(
    [
      [organiser, 'organiser'],
      [member, 'member', 'counter'],
    ],
    [top],
  );
  const { activityId } = await activity(cloud, { organiser, organisationId: here });
  const organising = [];
  for (const who of [organiser, above, beside, member]) {
    organising.push((await who.ask('GET /activities/{activityId}', { activityId })).organising);
  }
  expect(organising).toEqual([true, true, false, false]);
});

test('no such activity → not_found; an id of another form → request_invalid', async () => {
  const show = (activityId: string) => cloud.call('GET /activities/{activityId}', { activityId });
  expect(await show('ffffffffffff')).toMatchObject({ status: 404, body: { code: 'not_found' } });
  for (const id of ['FFFFFFFFFFFF', 'x', '../me', 'A#ffffffffffff']) {
    expect(await show(id)).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
  }
});

test('a session that is over → said to be so, so that the phone refreshes it', async () => {
  const { activityId } = await published();
  const answer = await cloud.call('GET /activities/{activityId}', { activityId }, 'x.y.z');
  expect(answer).toMatchObject({ status: 401, body: { code: 'session_expired' } });
});
