import { gunzipSync } from 'node:zlib';
import { dayMs, minuteMs } from '#shared/time';
import { districtCodes } from '#shared/vocabulary';
import type { ToldStation } from '../../../functions/stations/station.table';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { allItems } from '../../support/items';
import { putAll } from '../../support/put-all';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const product = () => ({
  ...(require('../../../functions/platform/table') as typeof import('../../../functions/platform/table')),
  ...(require('../../../functions/stations/station.table') as typeof import('../../../functions/stations/station.table')),
  ...(require('../../../functions/stations/publish') as typeof import('../../../functions/stations/publish')),
});

const told = (n: number): ToldStation => ({
  stationId: n.toString(16).padStart(12, '0'),
  name: `第${n}社区学雷锋志愿服务站`,
  kind: 'lei_feng',
  district: districtCodes[n % districtCodes.length] ?? '370202',
  street: '八大关街道',
  address: `香港西路 ${n} 号`,
  phone: '0532-55500000',
  latitude: 36.06 + n / 1e5,
  longitude: 120.38 - n / 1e5,
  hours: Array.from({ length: 7 }, () => [540, 1_020]),
  services: ['water', 'rest'],
  synthetic: true,
});

async function put(...stations: ToldStation[]): Promise<void> {
  const { newStation, stationAt } = product();
  await putAll(stations.map((one) => ({ ...newStation(one), ...stationAt(one.stationId) })));
}
async function publish() {
  await cloud.drain();
  return product().publishStations({ now: cloud.now() });
}

async function listed(version?: string) {
  const { body } = await cloud.call('GET /stations', version === undefined ? {} : { version });
  if (!('version' in body)) throw new Error(JSON.stringify(body));
  return body;
}
/** The functions keep a list for a minute. */
const aMinuteLater = () => cloud.setTime(cloud.now() + minuteMs);

const lists = async () =>
  (await allItems()).filter(({ pk }) => pk.startsWith('SL#')).map(({ expiresAt }) => expiresAt);

test('nothing is published yet → an empty list', async () => {
  expect((await listed()).list?.stationId).toEqual([]);
});

test('400 stations → one list; the phone that holds it gets its version alone', async () => {
  await put(...Array.from({ length: 400 }, (_, n) => told(n)));
  expect(await publish()).toBe('published');
  aMinuteLater();
  const { version, list } = await listed();
  expect(list?.stationId).toHaveLength(400);
  expect(list?.synthetic).toBe(true);
  expect(await listed(version)).toEqual({ version, now: expect.any(Number) });
  expect((await listed('older')).list).toEqual(list);
  expect(await publish()).toBe('unchanged');
  cloud.setTime(cloud.now() + dayMs);
  expect(await publish()).toBe('unchanged');
  expect(await lists()).toEqual([undefined]);
});

test('a station changes → a new version within a minute; the old list expires, the new one does not', async () => {
  const before = await listed();
  await put({ ...told(7), name: '新站' });
  expect(await publish()).toBe('published');
  expect((await listed()).version).toBe(before.version);
  aMinuteLater();
  const after = await listed(before.version);
  expect(after.version).not.toBe(before.version);
  expect(after.list?.name).toContain('新站');
  expect((await lists()).map((expiresAt) => typeof expiresAt).sort()).toEqual([
    'number',
    'undefined',
  ]);
});

test('back to what it was, before the old list has gone → it is kept again', async () => {
  await put(told(7));
  expect(await publish()).toBe('published');
  expect((await lists()).filter((expiresAt) => expiresAt === undefined)).toHaveLength(1);
  aMinuteLater();
  expect((await listed()).list?.name).not.toContain('新站');
});

test('two clocks publish at the same moment → one does, nothing that is in use expires', async () => {
  await put({ ...told(8), name: '更新的站' });
  await cloud.drain();
  const outcomes = await Promise.all([publish(), publish(), publish()]);
  expect(outcomes.filter((one) => one === 'published')).toHaveLength(1);
  expect((await lists()).filter((expiresAt) => expiresAt === undefined)).toHaveLength(1);
});

test('a client that reads gzip → gets the list gzipped; one that does not → plain', async () => {
  const ask = (headers: Record<string, string>) =>
    cloud.send({ route: 'GET /stations', query: {}, headers });
  const plain = await ask({});
  const packed = (await ask({ 'accept-encoding': 'br, gzip' })) as typeof plain & {
    isBase64Encoded?: boolean;
  };
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(packed.isBase64Encoded).toBe(true);
  const text = gunzipSync(Buffer.from(packed.body, 'base64')).toString();
  expect(JSON.parse(text).list).toEqual(JSON.parse(plain.body).list);
  expect(packed.body.length).toBeLessThan(plain.body.length / 3);
});

test('one station → all that is told of it; an unknown one → not found', async () => {
  const answer = await cloud.call('GET /stations/{stationId}', { stationId: told(9).stationId });
  const { organisationId: _, ...shown } = told(9);
  expect(answer).toEqual({ status: 200, body: { ...shown, now: expect.any(Number) } });
  const none = await cloud.call('GET /stations/{stationId}', { stationId: 'ffffffffffff' });
  expect(none).toMatchObject({ status: 404, body: { code: 'not_found' } });
});
