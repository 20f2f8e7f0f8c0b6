import * as z from 'zod';
import type { RosterRow } from '#shared/activities';
import { shiftBoard } from '#shared/activities';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, crowd, organisation, served, volunteer } from '../../support/given';
import { deliverAgain } from '../../support/redelivery';

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

const signUp = (who: Person, shiftId: string) =>
  who.ask('PUT /shifts/{shiftId}/signup', { shiftId });
const board = (shiftId: string) => organiser.ask('GET /shifts/{shiftId}/board', { shiftId });
const countsOf = async (shiftId: string) => (await board(shiftId)).counts;

test('the board: what the shift is, and how far it has come', async () => {
  const { shiftId, activityId, startsAt, endsAt } = await activity(cloud, {
    ...{ organiser, organisationId },
  });
  const shown = await board(shiftId);
  expect(z.strictObject(shiftBoard.shape).parse(shown)).toEqual({
    ...{ shiftId, activityId, title: '海边清洁', placeName: '五四广场', startsAt, endsAt },
    ...{ capacity: 10, phase: 'upcoming', now: shown.now },
    counts: { signedUp: 0, checkedIn: 0, credited: 0 },
  });
  cloud.setTime(startsAt);
  expect(await board(shiftId)).toMatchObject({ phase: 'running' });
  cloud.setTime(endsAt);
  expect(await board(shiftId)).toMatchObject({ phase: 'ended' });
});

test('signed up, withdrawn, credited → counted once the stream was read, and never twice', async () => {
  const [one, two, three, four] = (await crowd(cloud, 4)) as [Person, Person, Person, Person];
  const { shiftId } = await activity(cloud, { organiser, organisationId });
  for (const who of [one, two, three]) await signUp(who, shiftId);
  await cloud.drain();
  expect(await countsOf(shiftId)).toEqual({ signedUp: 3, checkedIn: 0, credited: 0 });
  await one.ask('DELETE /shifts/{shiftId}/signup', { shiftId });
  await served(cloud, four, organiser, shiftId);
  await cloud.drain();
  expect(await countsOf(shiftId)).toEqual({ signedUp: 2, checkedIn: 0, credited: 1 });
  await deliverAgain();
  expect(await countsOf(shiftId)).toEqual({ signedUp: 2, checkedIn: 0, credited: 1 });
});

type Page = { rows: RosterRow[]; cursor?: string | undefined };

async function pagesOf(shiftId: string, limit: number): Promise<Page[]> {
  const pages: Page[] = [];
  let cursor: string | undefined;
  do {
    const page: Page = await organiser.ask('GET /shifts/{shiftId}/roster', {
      ...{ shiftId, limit, cursor },
    });
    pages.push(page);
    cursor = page.cursor;
  } while (cursor && pages.length < 100);
  return pages;
}

describe('the roster', () => {
  test('names are masked, states are told; no phone, no full name, no evidence', async () => {
    const who = await volunteer(cloud, '欧阳娜娜');
    const gone = await volunteer(cloud, '李四');
    const { shiftId } = await activity(cloud, { organiser, organisationId });
    await signUp(gone, shiftId);
    await gone.ask('DELETE /shifts/{shiftId}/signup', { shiftId });
    const { inAt, outAt } = await served(cloud, who, organiser, shiftId);
    const [page] = await pagesOf(shiftId, 50);
    const byName = new Map(page?.rows.map((row) => [row.maskedName, row]));
    expect(byName.get('欧**娜')).toEqual({
      ...{ volunteerId: who.volunteerId, maskedName: '欧**娜', state: 'credited' },
      ...{ inAt, outAt, creditedMinutes: 120, walkIn: false },
    });
    expect(byName.get('*四')).toEqual({
      ...{ volunteerId: gone.volunteerId, maskedName: '*四', state: 'withdrawn', walkIn: false },
    });
    expect(JSON.stringify(page)).not.toMatch(/欧阳|李四|138\d/);
  });

  test('over three shards, page by page → everybody exactly once, no page too long', async () => {
    const people = await crowd(cloud, 40);
    const { shiftId } = await activity(cloud, { organiser, organisationId, capacity: 120 });
    await Promise.all(people.map((who) => signUp(who, shiftId)));
    const everybody = people.map(({ volunteerId }) => volunteerId).sort();
    for (const limit of [1, 7, 40, 50]) {
      const pages = await pagesOf(shiftId, limit);
      expect(pages.every(({ rows }) => rows.length <= limit)).toBe(true);
      const seen = pages.flatMap(({ rows }) => rows.map(({ volunteerId }) => volunteerId));
      expect(seen.sort()).toEqual(everybody);
    }
  });

  test("another shift's cursor, or a made-up one → request_invalid", async () => {
    const people = await crowd(cloud, 3);
    const [first, second] = [
      await activity(cloud, { organiser, organisationId }),
      await activity(cloud, { organiser, organisationId, startsAt: cloud.now() + 86_400_000 }),
    ];
    for (const who of people) await signUp(who, first.shiftId);
    const [page] = await pagesOf(first.shiftId, 1);
    const cursor = page?.cursor ?? '';
    for (const [shiftId, given] of [
      [second.shiftId, cursor],
      [first.shiftId, cursor.slice(0, -1)],
      [first.shiftId, '0-AAAA'],
      [first.shiftId, 'x'],
    ] as const) {
      const answer = await organiser.call('GET /shifts/{shiftId}/roster', {
        ...{ shiftId, cursor: given },
      });
      expect(answer).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    }
  });
});

test.each(['GET /shifts/{shiftId}/board', 'GET /shifts/{shiftId}/roster'] as const)(
  '%s → not for who does not organise it; not found where there is no shift',
  async (route) => {
    const [who, beside] = [await volunteer(cloud), await volunteer(cloud)];
    await organisation([[beside, 'organiser', 'admin']]);
    const { shiftId } = await activity(cloud, { organiser, organisationId });
    for (const stranger of [who, beside]) {
      expect(await stranger.call(route, { shiftId })).toMatchObject({
        ...{ status: 403, body: { code: 'not_allowed' } },
      });
    }
    expect(await organiser.call(route, { shiftId: 'ffffffffffff' })).toMatchObject({ status: 404 });
    expect(await cloud.call(route, { shiftId })).toMatchObject({ status: 401 });
  },
);
