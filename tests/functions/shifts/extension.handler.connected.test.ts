import { hourMs, minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, crowd, organisation, volunteer } from '../../support/given';
import { itemsOf } from '../../support/items';
import { deliverAgain } from '../../support/redelivery';
import { signUp } from '../../support/sign-up';

let cloud: TestCloud;
let organiser: Person;
let second: Person;
let organisationId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  second = await volunteer(cloud, '李组织');
  organisationId = await organisation([
    [organiser, 'organiser'],
    [second, 'organiser', 'auditor'],
  ]);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const route = 'POST /shifts/{shiftId}/extension';
const reason = '垃圾比预计的多';
const extend = (who: Person, shiftId: string, until: number, requestId = newRequestId()) =>
  who.call(route, { shiftId, requestId, until, reason });
const scan = async (who: Person, shiftId: string, kind: 'checkin' | 'checkout') => {
  const { token } = await codeShown(organiser, shiftId, { kind });
  return who.ask('POST /checkins', { scanId: newRequestId(), token });
};
/** Checked in at the start; the clock stands there. */
async function running(people: Person[]) {
  const shift = await activity(cloud, { organiser, organisationId, capacity: 60 });
  for (const who of people) await signUp(who, shift.shiftId);
  cloud.setTime(shift.startsAt - 5 * minuteMs);
  for (const who of people) await scan(who, shift.shiftId, 'checkin');
  cloud.setTime(shift.startsAt);
  return shift;
}
const told = async (who: Person) =>
  (await who.ask('GET /me/notices', {})).notices.filter(({ text }) => text.includes('延长到'));

test('extended → the log says why; those checked in are told once, however often the stream delivers', async () => {
  const [stays, away] = (await crowd(cloud, 2)) as [Person, Person];
  const { shiftId, endsAt } = await running([stays]);
  await signUp(away, shiftId);
  const requestId = newRequestId();
  const until = endsAt + hourMs;
  expect(await extend(organiser, shiftId, until, requestId)).toMatchObject({
    ...{ status: 200, body: { extendedTo: until } },
  });
  expect(await extend(organiser, shiftId, until, requestId)).toMatchObject({ status: 200 });
  await cloud.drain();
  await deliverAgain();
  await cloud.drain();
  expect(await told(stays)).toMatchObject([
    { kind: 'reminder', link: { page: '/shifts/running/index', id: shiftId } },
  ]);
  expect(await told(away)).toEqual([]);
  const { audits } = await second.ask('GET /organisations/{organisationId}/audits', {
    organisationId,
  });
  expect(audits.filter(({ what }) => what === '现场延长活动')).toMatchObject([{ why: reason }]);
});

test('two extend at once → both are counted, the later end holds', async () => {
  const { shiftId, endsAt } = await running([]);
  const ends = [endsAt + hourMs, endsAt + 2 * hourMs] as const;
  const answers = await Promise.all([
    extend(organiser, shiftId, ends[0]),
    extend(second, shiftId, ends[1]),
  ]);
  // The earlier end is either the first step to the later one or too late for that.
  expect(answers.map(({ status }) => status)).toContain(200);
  const shift = (await itemsOf(`T#${shiftId}`)).find(({ sk }) => sk === '#T');
  expect(shift?.extendedTo).toBe(ends[1]);
});

test('whoever stays is credited until they leave, whoever left at the old end until then', async () => {
  const [stays, leaves] = (await crowd(cloud, 2)) as [Person, Person];
  const { shiftId, endsAt } = await running([stays, leaves]);
  await extend(organiser, shiftId, endsAt + 2 * hourMs);
  cloud.setTime(endsAt);
  expect(await scan(leaves, shiftId, 'checkout')).toMatchObject({ rawMinutes: 120 });
  cloud.setTime(endsAt + 70 * minuteMs);
  expect(await scan(stays, shiftId, 'checkout')).toMatchObject({ rawMinutes: 190 });
});

test('another shift in the added time → the record ends where it did', async () => {
  const [who] = (await crowd(cloud, 1)) as [Person];
  const { shiftId, endsAt } = await running([who]);
  const next = await activity(cloud, {
    ...{ organiser, organisationId, startsAt: endsAt + 10 * minuteMs },
  });
  await signUp(who, next.shiftId);
  await extend(organiser, shiftId, endsAt + hourMs);
  cloud.setTime(endsAt + 30 * minuteMs);
  expect(await scan(who, shiftId, 'checkout')).toMatchObject({ rawMinutes: 120 });
});

test('whoever is still in is reminded two hours after the new end, not after the old one', async () => {
  const { remindPeople } =
    require('../../../functions/reminders/remind') as typeof import('../../../functions/reminders/remind');
  const [who] = (await crowd(cloud, 1)) as [Person];
  const { shiftId, endsAt } = await running([who]);
  await cloud.drain();
  await extend(organiser, shiftId, endsAt + hourMs);
  const reminded = async (at: number) => {
    cloud.setTime(at);
    await remindPeople({ now: cloud.now() });
    const { notices } = await who.ask('GET /me/notices', {});
    return notices.filter(({ text }) => text.includes('还没有您的签退')).length;
  };
  expect(await reminded(endsAt + 2 * hourMs + minuteMs)).toBe(0);
  expect(await reminded(endsAt + 3 * hourMs + minuteMs)).toBe(1);
  expect(await reminded(endsAt + 4 * hourMs)).toBe(1);
});

test('who may not, before the start, to a time that does not fit → refused, and nothing is written', async () => {
  const [who] = (await crowd(cloud, 1)) as [Person];
  const { shiftId, startsAt, endsAt } = await activity(cloud, { organiser, organisationId });
  const before = await itemsOf(`T#${shiftId}`);
  const refused = (status: number, code: string) => ({ status, body: { code } });
  expect(await extend(who, shiftId, endsAt + 1)).toMatchObject(refused(403, 'not_allowed'));
  expect(await extend(organiser, shiftId, endsAt + 1)).toMatchObject(
    refused(409, 'extension_too_early'),
  );
  cloud.setTime(startsAt);
  expect(await extend(organiser, shiftId, endsAt)).toMatchObject(refused(422, 'extension_unfit'));
  expect(await extend(organiser, 'ffffffffffff', endsAt)).toMatchObject(refused(404, 'not_found'));
  expect(await itemsOf(`T#${shiftId}`)).toEqual(before);
});
