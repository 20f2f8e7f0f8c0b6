import type { Key, Write } from '../../../functions/platform/table';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { newcomer, volunteer } from '../../support/given';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const table = () =>
  require('../../../functions/platform/table') as typeof import('../../../functions/platform/table');
const notices = () =>
  require('../../../functions/notices/notice.table') as typeof import('../../../functions/notices/notice.table');
const stream = () =>
  require('../../../functions/platform/stream') as typeof import('../../../functions/platform/stream');

const told = (who: Person, noticeId: string, at: number): Write =>
  notices().tell(who.volunteerId, {
    ...{ noticeId, kind: 'complaint', text: `第 ${noticeId} 件`, at },
    link: { page: '/complaints/mine/index' },
  });
async function tellAll(who: Person, count: number, from = 0) {
  for (let n = from; n < from + count; n++) {
    await table().commit([told(who, String(n).padStart(3, '0'), cloud.now() - 100_000 + n)]);
  }
}

test('nothing yet → an empty inbox, also before registering', async () => {
  const who = await newcomer(cloud);
  expect(await who.ask('GET /me/notices', {})).toMatchObject({ notices: [], unread: 0 });
});

test('newest first, in pages, each once; nobody else’s', async () => {
  const [who, other] = [await volunteer(cloud), await volunteer(cloud)];
  await tellAll(who, 5);
  await tellAll(other, 1, 900);
  const first = await who.ask('GET /me/notices', { limit: 3 });
  expect(first.notices.map(({ noticeId }) => noticeId)).toEqual(['004', '003', '002']);
  expect(first.notices[0]).toEqual({
    ...{ noticeId: '004', kind: 'complaint', text: '第 004 件', at: expect.any(Number) },
    ...{ unread: true, link: { page: '/complaints/mine/index' } },
  });
  const { cursor = '' } = first;
  const rest = await who.ask('GET /me/notices', { limit: 3, cursor });
  expect(rest.notices.map(({ noticeId }) => noticeId)).toEqual(['001', '000']);
  expect(rest.cursor).toBeUndefined();
  const foreign = await other.call('GET /me/notices', { limit: 3, cursor });
  expect(foreign).toMatchObject({ status: 400, body: { code: 'request_invalid' } });
});

test('the same cause tells twice, at once or by a stream that delivers again → one notice', async () => {
  const who = await volunteer(cloud);
  const marker: Key = { pk: 'X#test#once', sk: '#X' };
  const at = cloud.now();
  await Promise.all([1, 2, 3].map(() => stream().applyOnce(marker, [told(who, 'one', at)])));
  await stream().applyOnce(marker, [told(who, 'one', at)]);
  await expect(table().commit([told(who, 'one', at)])).rejects.toThrow();
  const { notices: rows, unread } = await who.ask('GET /me/notices', {});
  expect([rows.length, unread]).toEqual([1, 1]);
});

test('read up to one of them → what is older is read, what is newer is not, and it never goes back', async () => {
  const who = await volunteer(cloud);
  await tellAll(who, 4);
  const { notices: rows } = await who.ask('GET /me/notices', {});
  const until = rows[1]?.at ?? 0;
  await who.ask('PUT /me/notices/read', { until });
  const after = await who.ask('GET /me/notices', {});
  expect(after.unread).toBe(1);
  expect(after.notices.map(({ unread }) => unread)).toEqual([true, false, false, false]);
  await who.ask('PUT /me/notices/read', { until: until - 50 });
  expect((await who.ask('GET /me/notices', {})).unread).toBe(1);
});

test('a phone whose clock is ahead → what comes later is unread all the same', async () => {
  const who = await volunteer(cloud);
  await who.ask('PUT /me/notices/read', { until: cloud.now() + 3_600_000 });
  await table().commit([told(who, 'later', cloud.now() + 10)]);
  expect((await who.ask('GET /me/notices', {})).unread).toBe(1);
});

test('two phones read at once → the later time stays', async () => {
  const who = await volunteer(cloud);
  await tellAll(who, 3);
  const { notices: rows } = await who.ask('GET /me/notices', {});
  await Promise.all(rows.map(({ at }) => who.ask('PUT /me/notices/read', { until: at })));
  expect((await who.ask('GET /me/notices', {})).unread).toBe(0);
});

test('more than fifty unread → fifty, which says so many or more', async () => {
  const who = await volunteer(cloud);
  await tellAll(who, 53);
  expect((await who.ask('GET /me/notices', { limit: 1 })).unread).toBe(50);
});

test('without a session → session_expired', async () => {
  const answers = await Promise.all([
    cloud.call('GET /me/notices', {}),
    cloud.call('PUT /me/notices/read', { until: 1 }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([401, 401]);
});
