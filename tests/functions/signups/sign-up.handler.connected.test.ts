import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { hourMs, minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { injectFaults } from '../../support/faults';
import type { Person } from '../../support/given';
import {
  activity,
  codeShown,
  crowd,
  newcomer,
  organisation,
  publish,
  volunteer,
} from '../../support/given';
import { allItems, itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';
import { watchRequests } from '../../support/requests';
import { termsOf, trySignUp } from '../../support/sign-up';

let cloud: TestCloud;
let organiser: Person;
let organisationId: string;
/** Every shift here has the same risk notice: read once, so that a sign-up is one request. */
let terms: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  organisationId = await organisation([[organiser, 'organiser']]);
  terms = await termsOf(organiser, (await published()).shiftId);
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const published = (more: { startsAt?: number; minutes?: number; capacity?: number } = {}) =>
  activity(cloud, { organiser, organisationId, ...more });
const signUp = (who: Person, shiftId: string) => trySignUp(who, shiftId, { terms });
const withdraw = (who: Person, shiftId: string) =>
  who.call('DELETE /shifts/{shiftId}/signup', { shiftId });
const refused = (status: number, code: string) => ({ status, body: { code } });
const done = (state: string) => ({ status: 200, body: { state } });
const ownItems = async ({ volunteerId }: Person, prefix: string) =>
  (await itemsOf(`V#${volunteerId}`)).filter(({ sk }) => sk.startsWith(prefix));
const placesOf = async (shiftId: string) =>
  (await allItems()).filter(({ pk }) => pk.startsWith(`T#${shiftId}#C`));
const takenAt = async (shiftId: string) =>
  (await placesOf(shiftId)).reduce((sum, { taken }) => sum + Number(taken), 0);
const codesOf = (answers: Awaited<ReturnType<typeof signUp>>[]) =>
  answers.map(({ status, body }) => ('code' in body ? body.code : String(status)));

test('signed up → record, place and reserved time together, for one read and one commit', async () => {
  const who = await volunteer(cloud, '李小雷');
  const { shiftId, startsAt, endsAt } = await published();
  const watched = watchRequests();
  expect(await signUp(who, shiftId)).toMatchObject(done('signed_up'));
  watched.stop();
  expect(watched.names()).toEqual(['BatchGetItemCommand', 'TransactWriteItemsCommand']);
  expect(await ownItems(who, 'R#')).toMatchObject([
    { shiftId, state: 'signed_up', maskedName: '李*雷', walkIn: false, startsAt, endsAt },
  ]);
  expect(await ownItems(who, '#K')).toMatchObject([{ reserved: [{ shiftId, startsAt, endsAt }] }]);
  expect(await takenAt(shiftId)).toBe(1);
});

test('many shards: all are full → one commit and one read say so, after that one read alone; one has a place → it is found', async () => {
  const { shiftId } = await published({ capacity: 500 });
  const places = await placesOf(shiftId);
  expect(places).toHaveLength(10);
  await putAll(places.map((it) => ({ ...it, taken: Number(it.capacity) })));
  const late = await volunteer(cloud);
  const watched = watchRequests();
  expect(await signUp(late, shiftId)).toMatchObject(refused(409, 'shift_full'));
  watched.stop();
  expect(watched.names()).toEqual([
    'BatchGetItemCommand',
    'TransactWriteItemsCommand',
    'BatchGetItemCommand',
  ]);
  const later = await volunteer(cloud);
  const again = watchRequests();
  expect(await signUp(later, shiftId)).toMatchObject(refused(409, 'shift_full'));
  again.stop();
  expect(again.names()).toEqual(['BatchGetItemCommand']);
  for (const freed of places) {
    await putAll([{ ...freed, taken: Number(freed.capacity) - 1 }]);
    cloud.setTime(cloud.now() + 3_000);
    const who = await volunteer(cloud);
    expect(await signUp(who, shiftId)).toMatchObject(done('signed_up'));
    expect(await ownItems(who, 'R#')).toMatchObject([
      {
        placeShard: Number(freed.pk.split('#C')[1]),
        gx1pk: `T#${shiftId}#${freed.pk.split('#C')[1]}`,
      },
    ]);
  }
  expect(await takenAt(shiftId)).toBe(500);
});

test('signed up twice, one after the other and at once → signed up once', async () => {
  const who = await volunteer(cloud);
  const { shiftId } = await published();
  const answers = await Promise.all(Array.from({ length: 8 }, () => signUp(who, shiftId)));
  answers.push(await signUp(who, shiftId));
  expect(answers.at(-1)).toMatchObject(done('signed_up'));
  expect(codesOf(answers).every((code) => code === '200' || code === 'busy')).toBe(true);
  expect(await takenAt(shiftId)).toBe(1);
  expect(await ownItems(who, 'R#')).toHaveLength(1);
});

test('not registered, no such shift, over, no session → each its own refusal, nothing taken', async () => {
  const { shiftId, endsAt } = await published();
  const stranger = await newcomer(cloud);
  expect(await signUp(stranger, shiftId)).toMatchObject(refused(403, 'not_registered'));
  const who = await volunteer(cloud);
  expect(await signUp(who, '0123456789ab')).toMatchObject(refused(404, 'not_found'));
  expect(await cloud.call('PUT /shifts/{shiftId}/signup', { shiftId, terms })).toMatchObject(
    refused(401, 'session_expired'),
  );
  cloud.setTime(endsAt);
  expect(await signUp(who, shiftId)).toMatchObject(refused(409, 'shift_over'));
  expect(await takenAt(shiftId)).toBe(0);
  expect(await ownItems(who, 'R#')).toEqual([]);
});

test('one place, thirty people at once → one of them; the others are told that it is full', async () => {
  const people = await crowd(cloud, 30);
  const { shiftId } = await published({ capacity: 1 });
  const answers = await Promise.all(people.map((who) => signUp(who, shiftId)));
  expect(codesOf(answers).sort()).toEqual(['200', ...Array(29).fill('shift_full')]);
  expect(await takenAt(shiftId)).toBe(1);
  const reserved = await Promise.all(people.map((who) => ownItems(who, '#K')));
  expect(reserved.flat()).toHaveLength(1);
});

test('120 places over three shards → the first 120 people get one, whatever shard they fall to, the next 30 none', async () => {
  const people = await crowd(cloud, 150);
  const { shiftId } = await published({ capacity: 120 });
  const codes: string[] = [];
  for (let from = 0; from < people.length; from += 40) {
    const wave = people.slice(from, from + 40);
    codes.push(...codesOf(await Promise.all(wave.map((who) => signUp(who, shiftId)))));
  }
  expect(codes).toEqual([...Array(120).fill('200'), ...Array(30).fill('shift_full')]);
  const shards = await placesOf(shiftId);
  expect(shards.map(({ taken, capacity }) => [taken, capacity])).toEqual(Array(3).fill([40, 40]));
}, 90_000);

test('every third commit meets a conflict → everybody gets their place all the same, once', async () => {
  const people = await crowd(cloud, 20);
  const { shiftId } = await published({ capacity: 20 });
  const conflict = new TransactionCanceledException({
    ...{ message: 'conflict', $metadata: {} },
    CancellationReasons: [{ Code: 'None' }, { Code: 'TransactionConflict' }, { Code: 'None' }],
  });
  const faults = injectFaults('TransactWriteItemsCommand', (count) =>
    count % 3 === 1 ? conflict : undefined,
  );
  const answers = await Promise.all(people.map((who) => signUp(who, shiftId)));
  faults.remove();
  expect(faults.count()).toBeGreaterThanOrEqual(10);
  expect(codesOf(answers)).toEqual(Array(20).fill('200'));
  expect(await takenAt(shiftId)).toBe(20);
});

test('two overlapping shifts at once, again and again → one of them, never both', async () => {
  for (let round = 0; round < 5; round++) {
    const who = await volunteer(cloud);
    const startsAt = cloud.now() + hourMs;
    const [first, second] = [
      await published({ startsAt }),
      await published({ startsAt: startsAt + 119 * minuteMs }),
    ];
    const answers = await Promise.all([signUp(who, first.shiftId), signUp(who, second.shiftId)]);
    expect(codesOf(answers).sort()).toEqual(['200', 'calendar_overlap']);
    expect((await takenAt(first.shiftId)) + (await takenAt(second.shiftId))).toBe(1);
    expect(await ownItems(who, 'R#')).toHaveLength(1);
  }
});

test('shifts that touch → both; forty reserved → the next is one too many', async () => {
  const who = await volunteer(cloud);
  const startsAt = cloud.now() + hourMs;
  const activityId = await publish(cloud, organiser, {
    ...{ requestId: newRequestId(), organisationId, title: '连续场次', description: '一场接一场' },
    ...{ category: 'environment', beneficiary: 'public', district: '370202' },
    place: {
      ...{ name: '五四广场', address: '东海西路', latitude: 36, longitude: 120 },
      radiusMeters: 300,
    },
    ...{ risks: '无', contact: '现场' },
    shifts: Array.from({ length: 8 }, (_, index) => ({
      startsAt: startsAt + index * hourMs,
      endsAt: startsAt + (index + 1) * hourMs,
      capacity: 5,
    })),
  });
  const { shifts } = await who.ask('GET /activities/{activityId}', { activityId });
  for (const { shiftId } of shifts)
    expect(await trySignUp(who, shiftId)).toMatchObject({ status: 200 });
  for (let index = 8; index < 40; index++) {
    const { shiftId } = await published({ startsAt: startsAt + index * hourMs, minutes: 60 });
    expect(await signUp(who, shiftId)).toMatchObject({ status: 200 });
  }
  const { shiftId } = await published({ startsAt: startsAt + 40 * hourMs });
  expect(await signUp(who, shiftId)).toMatchObject(refused(409, 'calendar_full'));
});

test('withdrawn → the time is free at once, the record stays; withdrawing again changes nothing', async () => {
  const who = await volunteer(cloud);
  const { shiftId, startsAt } = await published();
  expect(await withdraw(who, shiftId)).toMatchObject(refused(409, 'not_signed_up'));
  await signUp(who, shiftId);
  expect(await withdraw(who, shiftId)).toMatchObject(done('withdrawn'));
  const before = await itemsOf(`V#${who.volunteerId}`);
  expect(await withdraw(who, shiftId)).toMatchObject(done('withdrawn'));
  expect(await itemsOf(`V#${who.volunteerId}`)).toEqual(before);
  expect(await ownItems(who, '#K')).toMatchObject([{ reserved: [] }]);
  expect(await ownItems(who, 'R#')).toMatchObject([{ state: 'withdrawn' }]);
  const { shiftId: other } = await published({ startsAt });
  expect(await signUp(who, other)).toMatchObject(done('signed_up'));
});

test('withdrawn and signed up again → the same record goes on', async () => {
  const who = await volunteer(cloud);
  const { shiftId } = await published();
  await signUp(who, shiftId);
  await withdraw(who, shiftId);
  expect(await signUp(who, shiftId)).toMatchObject(done('signed_up'));
  expect(await ownItems(who, 'R#')).toMatchObject([{ state: 'signed_up', version: 3 }]);
});

test('signing up and withdrawing at once, many times → record and calendar always agree', async () => {
  const who = await volunteer(cloud);
  const { shiftId } = await published({ capacity: 40 });
  for (let round = 0; round < 5; round++) {
    await Promise.all([signUp(who, shiftId), withdraw(who, shiftId), signUp(who, shiftId)]);
    const [record] = await ownItems(who, 'R#');
    const [calendar] = await ownItems(who, '#K');
    const held = (calendar?.reserved as unknown[] | undefined)?.length ?? 0;
    expect([record?.state, held]).toEqual([record?.state, record?.state === 'signed_up' ? 1 : 0]);
  }
  await cloud.drain();
  const [record] = await ownItems(who, 'R#');
  expect(await takenAt(shiftId)).toBe(record?.state === 'signed_up' ? 1 : 0);
});

test('checked in → can no longer be withdrawn, and signing up says how far one is', async () => {
  const who = await volunteer(cloud);
  const { shiftId, startsAt } = await published();
  await signUp(who, shiftId);
  cloud.setTime(startsAt);
  const { token } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  await who.ask('POST /checkins', { scanId: newRequestId(), token });
  expect(await withdraw(who, shiftId)).toMatchObject(refused(409, 'signup_closed'));
  expect(await signUp(who, shiftId)).toMatchObject(done('checked_in'));
  expect(await takenAt(shiftId)).toBe(1);
});
