import * as z from 'zod';
import { shiftCard } from '#shared/activities';
import type { Request } from '#shared/api';
import { dayMs, dayOf, hourMs, startOfDay } from '#shared/time';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, organisation, volunteer } from '../../support/given';
import { signUp } from '../../support/sign-up';

let cloud: TestCloud;
let organiser: Person;
let organisationId: string;
const tomorrow = startOfDay(dayOf(Date.now())) + dayMs;
const day = dayOf(tomorrow);
const at = (hour: number) => tomorrow + hour * hourMs;

beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  organisationId = await organisation([[organiser, 'organiser']]);
  const plan = { organiser, organisationId };
  // Published in another order than they begin.
  for (const hour of [18, 9, 14, 7, 11, 20, 16]) {
    const category = hour % 2 ? 'elders' : 'environment';
    await activity(cloud, { ...plan, startsAt: at(hour), title: `${hour} 点`, category });
  }
  await activity(cloud, { ...plan, startsAt: at(10), title: '别的区', district: '370281' });
  await activity(cloud, { ...plan, startsAt: at(0) - 1, title: '前一天的最后一刻' });
  await activity(cloud, { ...plan, startsAt: at(24), title: '后一天的第一刻' });
  await activity(cloud, { ...plan, startsAt: at(0), title: '当天的第一刻' });
});
afterAll(() => cloud.stop());

type Asked = Partial<Request<'GET /activities'>>;
const list = async (more: Asked = {}) => {
  const answer = await cloud.call('GET /activities', { district: '370202', day, ...more });
  if (!('shifts' in answer.body)) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const titles = ({ shifts }: Awaited<ReturnType<typeof list>>) => shifts.map(({ title }) => title);
const all = ['当天的第一刻', ...[7, 9, 11, 14, 16, 18, 20].map((hour) => `${hour} 点`)];

test("a district's day, without a session → its shifts in the order of their hours, and no others", async () => {
  const page = await list();
  expect(titles(page)).toEqual(all);
  expect(page.cursor).toBeUndefined();
  for (const card of page.shifts) expect(z.strictObject(shiftCard.shape).parse(card)).toEqual(card);
});

test.each([1, 3, 4, 7])(
  'page by page of %i → each shift once, in the same order',
  async (limit) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ limit, cursor });
      expect(page.shifts.length).toBeLessThanOrEqual(limit);
      seen.push(...titles(page));
      cursor = page.cursor;
      pages++;
    } while (cursor && pages < 20);
    expect(seen).toEqual(all);
  },
);

test('of one category → only those, also over several pages', async () => {
  const elders = ['7 点', '9 点', '11 点'];
  expect(titles(await list({ category: 'elders' }))).toEqual(elders);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({
      ...{ category: 'elders', limit: 2, cursor },
    });
    seen.push(...titles(page));
    cursor = page.cursor;
  } while (cursor);
  expect(seen).toEqual(elders);
  expect(titles(await list({ category: 'law' }))).toEqual([]);
});

test('another district, another day, a day without anything', async () => {
  expect(titles(await list({ district: '370281' }))).toEqual(['别的区']);
  expect(titles(await list({ day: dayOf(at(-1)) }))).toContain('前一天的最后一刻');
  expect(titles(await list({ day: dayOf(at(25)) }))).toEqual(['后一天的第一刻']);
  expect(titles(await list({ district: '370285' }))).toEqual([]);
});

test('a cursor of another list, or one that was touched → request_invalid', async () => {
  const { cursor = '' } = await list({ limit: 2 });
  const touched = cursor.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  for (const request of [{ district: '370281' as const, cursor }, { cursor: touched }]) {
    const answer = await cloud.call('GET /activities', { district: '370202', day, ...request });
    expect(answer).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
  }
});

test('places taken are counted as soon as the stream has said so', async () => {
  const who = await volunteer(cloud);
  const [first] = (await list({ limit: 1 })).shifts;
  await signUp(who, first?.shiftId ?? '');
  await cloud.drain();
  expect((await list({ limit: 2 })).shifts.map(({ taken }) => taken)).toEqual([1, 0]);
});
