import type { RecordRow } from '#shared/hours';
import { dayMs } from '#shared/time';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, newcomer, organisation, served, volunteer } from '../../support/given';
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

const inDays = (days: number) =>
  activity(cloud, { organiser, organisationId, startsAt: cloud.now() + days * dayMs + 1_200_000 });
type Page = { records: RecordRow[]; cursor?: string | undefined };

test('the newest day first, upcoming ones included, page by page, each once', async () => {
  const who = await volunteer(cloud);
  const published = [];
  for (const days of [3, 1, 4, 2, 5]) published.push({ days, ...(await inDays(days)) });
  for (const { shiftId } of published) await signUp(who, shiftId);
  const seen: string[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const page: Page = await who.ask('GET /me/records', { limit: 2, cursor });
    seen.push(...page.records.map(({ shiftId }) => shiftId));
    cursor = page.cursor;
    pages++;
  } while (cursor);
  const newestFirst = published.sort((a, b) => b.days - a.days).map(({ shiftId }) => shiftId);
  expect(seen).toEqual(newestFirst);
  expect(pages).toBeGreaterThanOrEqual(3);
});

test('how far each has come: withdrawn, signed up, credited with minutes, points and grade', async () => {
  const who = await volunteer(cloud);
  const [today, tomorrow, later] = [await inDays(0), await inDays(1), await inDays(2)];
  await signUp(who, tomorrow.shiftId);
  await signUp(who, later.shiftId);
  await who.ask('DELETE /shifts/{shiftId}/signup', { shiftId: later.shiftId });
  const { inAt, outAt } = await served(cloud, who, organiser, today.shiftId);
  const { records } = await who.ask('GET /me/records', {});
  const told = { title: '海边清洁', placeName: '五四广场' };
  expect(records).toEqual([
    { ...told, ...later, state: 'withdrawn' },
    { ...told, ...tomorrow, state: 'signed_up' },
    {
      ...{ ...told, ...today, state: 'credited', inAt, outAt },
      ...{ rawMinutes: expect.any(Number), creditedMinutes: 120, points: 20, grade: 'C' },
    },
  ]);
});

test("nobody else's records, and nobody else's cursor", async () => {
  const [who, other] = [await volunteer(cloud), await volunteer(cloud)];
  for (const days of [1, 2]) {
    const { shiftId } = await inDays(days);
    await signUp(who, shiftId);
  }
  expect((await other.ask('GET /me/records', {})).records).toEqual([]);
  const { cursor } = await who.ask('GET /me/records', { limit: 1 });
  expect(cursor).toBeDefined();
  for (const stolen of [other.call('GET /me/records', { cursor })]) {
    expect(await stolen).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
  }
  // Nor in another list of one's own.
  expect(await who.call('GET /me/hours', { cursor })).toMatchObject({ status: 400 });
});

test('not registered yet → an empty list; without a session → session_expired', async () => {
  const who = await newcomer(cloud);
  expect(await who.ask('GET /me/records', {})).toMatchObject({ records: [] });
  expect(await cloud.call('GET /me/records', {})).toMatchObject({ status: 401 });
});
