import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { newcomer } from '../../support/given';
import { sent } from '../../support/given-lists';

let cloud: TestCloud;
let who: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
  who = await newcomer(cloud);
});
afterAll(() => cloud.stop());

const list = { purpose: 'member_list', contentType: 'text/csv', bytes: 3 } as const;
const put = (url: string, body = 'abc') =>
  fetch(url, { method: 'PUT', body, headers: { 'content-type': 'text/csv' } });

test('announced and sent; announced again under the same id → the same file', async () => {
  const request = { ...list, requestId: newRequestId() };
  const first = await who.ask('POST /files', request);
  const again = await who.ask('POST /files', request);
  expect(again.fileId).toBe(first.fileId);
  expect(first.expiresAt).toBeGreaterThan(cloud.now() + 9 * 60_000);
  expect([(await put(first.url)).status, (await put(again.url)).status]).toEqual([200, 200]);
});

test('another person with the same id → another file', async () => {
  const request = { ...list, requestId: newRequestId() };
  const other = await newcomer(cloud);
  const [one, two] = [
    await who.ask('POST /files', request),
    await other.ask('POST /files', request),
  ];
  expect(one.fileId).not.toBe(two.fileId);
  expect(new URL(one.url).pathname).toContain(who.volunteerId);
  expect(new URL(two.url).pathname).toContain(other.volunteerId);
});

test.each([
  [422, 'file_unfit', { contentType: 'text/html' }],
  [413, 'file_too_large', { bytes: 2 * 1024 * 1024 + 1 }],
  [400, 'request_invalid', { contentType: 'text/csv\nx-y: z' }],
  [400, 'request_invalid', { purpose: 'everything' }],
])('%d %s ← %j', async (status, code, more) => {
  const request = { ...list, requestId: newRequestId(), ...more };
  expect(await who.call('POST /files', request as never)).toMatchObject({ status, body: { code } });
});

test('without a session → session_expired', async () => {
  const answer = await cloud.call('POST /files', { ...list, requestId: newRequestId() });
  expect(answer).toMatchObject({ status: 401, body: { code: 'session_expired' } });
});

test('what was sent can be got by nobody without a signature', async () => {
  await sent(who, 'abc');
  const { url } = await who.ask('POST /files', { ...list, requestId: newRequestId() });
  expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403);
  expect((await fetch(url)).status).toBe(403);
});
