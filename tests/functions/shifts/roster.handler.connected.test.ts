import type { RosterRow } from '#shared/activities';
import { minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, crowd, organisation, served, volunteer } from '../../support/given';
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

type Page = { rows: RosterRow[]; cursor?: string | undefined };

type Order = { order?: 'listed' | 'doubtful' };

async function pagesOf(shiftId: string, limit: number, more: Order = {}): Promise<Page[]> {
  const pages: Page[] = [];
  let cursor: string | undefined;
  do {
    const page: Page = await organiser.ask('GET /shifts/{shiftId}/roster', {
      ...{ shiftId, limit, cursor, ...more },
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
      ...{ inAt, outAt, creditedMinutes: 120, walkIn: false, grade: 'C', doubts: [] },
    });
    expect(byName.get('*四')).toEqual({
      ...{ volunteerId: gone.volunteerId, maskedName: '*四', state: 'withdrawn', walkIn: false },
      doubts: [],
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
      [first.shiftId, 'a0-AAAA'],
      [first.shiftId, '0-'],
      [first.shiftId, 'x'],
    ] as const) {
      const answer = await organiser.call('GET /shifts/{shiftId}/roster', {
        ...{ shiftId, cursor: given },
      });
      expect(answer).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
    }
  });
});

type Scan = { entryScene?: number; deviceId?: string };

async function scanIn(who: Person, shiftId: string, more: Scan = {}) {
  const { token } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  return who.ask('POST /checkins', { scanId: newRequestId(), token, ...more });
}

describe('the doubtful first', () => {
  test('a shared phone before a forwarded picture before all others; everybody once, at any page size', async () => {
    const people = await crowd(cloud, 8);
    const [one, two, forwarded, ...honest] = people as [Person, Person, Person, ...Person[]];
    const { shiftId, startsAt } = await activity(cloud, {
      organiser,
      organisationId,
      capacity: 120,
    });
    for (const who of people) await signUp(who, shiftId);
    cloud.setTime(startsAt + 7 * minuteMs);
    const deviceId = newRequestId();
    await scanIn(one, shiftId, { deviceId });
    await scanIn(two, shiftId, { deviceId });
    await scanIn(forwarded, shiftId, { entryScene: 1012 });
    for (const who of honest) await scanIn(who, shiftId, { deviceId: newRequestId() });
    await cloud.drain();
    const [page] = await pagesOf(shiftId, 50, { order: 'doubtful' });
    expect(page?.rows.slice(0, 3)).toEqual([
      ...[one, two].map(() => expect.objectContaining({ doubts: ['shared_device'] })),
      expect.objectContaining({
        ...{ volunteerId: forwarded.volunteerId, doubts: ['forwarded_picture'], lateMinutes: 7 },
      }),
    ]);
    expect(page?.rows.slice(3).every(({ doubts }) => doubts.length === 0)).toBe(true);
    const everybody = people.map(({ volunteerId }) => volunteerId).sort();
    for (const limit of [1, 2, 3, 50]) {
      const pages = await pagesOf(shiftId, limit, { order: 'doubtful' });
      const rows = pages.flatMap((it) => it.rows);
      expect(rows.map(({ volunteerId }) => volunteerId).sort()).toEqual(everybody);
      expect(pages.every((it) => it.rows.length <= limit)).toBe(true);
      const firstClear = rows.findIndex(({ doubts }) => doubts.length === 0);
      expect(firstClear).toBe(3);
    }
  });

  test('a gate that was stopped → whoever came by it is doubtful, whoever came by another is not', async () => {
    const [one, two] = (await crowd(cloud, 2)) as [Person, Person];
    const { shiftId, startsAt } = await activity(cloud, { organiser, organisationId });
    cloud.setTime(startsAt);
    await scanIn(one, shiftId);
    await organiser.ask('DELETE /shifts/{shiftId}/gates/{gate}', { shiftId, gate: 0 });
    await scanIn(two, shiftId);
    const [page] = await pagesOf(shiftId, 50, { order: 'doubtful' });
    expect(page?.rows).toMatchObject([
      { volunteerId: one.volunteerId, doubts: ['revoked_gate'] },
      { volunteerId: two.volunteerId, doubts: [] },
    ]);
  });
});
