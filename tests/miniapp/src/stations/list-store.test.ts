import type { StationList } from '#shared/stations';
import type { Stations } from '../../../../miniapp/src/stations/list-store';
import * as phone from '../../../support/phone';

const sixHoursMs = 6 * 3_600_000;

function listOf(count: number, version = 'v1'): StationList {
  const rows = <T>(value: (i: number) => T) => Array.from({ length: count }, (_, i) => value(i));
  return {
    version,
    synthetic: true,
    hoursTable: [Array.from({ length: 7 }, () => [540, 1_020] as [number, number])],
    stationId: rows((i) => String(i).padStart(12, '0')),
    name: rows((i) => `第${i}社区学雷锋志愿服务站`),
    kind: rows((i) => i % 4),
    district: rows(() => '370202'),
    street: rows(() => '香港中路街道'),
    latitudeE5: rows((i) => 3_606_000 + i),
    longitudeE5: rows((i) => 12_038_000 + i),
    hours: rows(() => 0),
    services: rows(() => 5),
  };
}
const answerWith = (list: StationList) =>
  phone.network(() => phone.ok({ version: list.version, list, now: Date.now() }));
const answerUnchanged = () => phone.network(() => phone.ok({ version: 'v1', now: Date.now() }));
const asked = () => phone.sent.map(({ url }) => url);

type Opened = {
  stations: () => Stations & { refresh: () => Promise<void> };
  until: (check: () => void) => Promise<void>;
};

/** The app after it was opened anew, with a page that shows the stations. What the phone keeps outlives it. */
function openApp(): Opened {
  Object.assign(process.env, { RTL_SKIP_AUTO_CLEANUP: 'true' });
  let opened: Opened | undefined;
  jest.isolateModules(() => {
    jest.doMock('../../../../miniapp/src/device/storage', () => phone.phoneStorage);
    jest.doMock('../../../../miniapp/src/device/request', () => phone.phoneRequest);
    const { renderHook, waitFor } = require('@testing-library/react');
    const { useStations } = require('../../../../miniapp/src/stations/list-store');
    const { result } = renderHook(() => useStations());
    opened = { stations: () => result.current, until: waitFor };
  });
  if (!opened) throw new Error('not opened');
  return opened;
}

async function openedBefore(list: StationList): Promise<void> {
  answerWith(list);
  const { stations, until } = openApp();
  await until(() => expect(stations().state).toBe('ready'));
  phone.sent.length = 0;
}

beforeEach(() => phone.freshPhone());
afterEach(() => jest.useRealTimers());

test('the first time → asked once, kept in keys below 1 MB', async () => {
  await openedBefore(listOf(6_800));
  const sizes = [...phone.kept.values()].map((text) => Buffer.byteLength(text));
  expect(Math.max(...sizes)).toBeLessThan(1_000_000);
});

test('opened again while fresh → nothing is asked', async () => {
  await openedBefore(listOf(4_100));
  const { stations, until } = openApp();
  await until(() => expect(stations()).toMatchObject({ state: 'ready', list: listOf(4_100) }));
  expect(asked()).toEqual([]);
});

test('opened again when old → shown at once, and asked after by version only', async () => {
  await openedBefore(listOf(10));
  answerUnchanged();
  const now = Date.now();
  jest.spyOn(Date, 'now').mockImplementation(() => now + sixHoursMs + 1);
  const { stations, until } = openApp();
  expect(stations().state).toBe('ready');
  await until(() => expect(asked()).toEqual(['/stations?version=v1']));
  await until(() => expect(stations()).toMatchObject({ checkedAt: now + sixHoursMs + 1 }));
  jest.restoreAllMocks();
});

test('a newer list → takes the place of the old one, of which nothing stays', async () => {
  await openedBefore(listOf(4_100));
  answerWith(listOf(5, 'v2'));
  const { stations, until } = openApp();
  await stations().refresh();
  await until(() => expect(stations()).toMatchObject({ list: listOf(5, 'v2') }));
  expect([...phone.kept.keys()].filter((key) => key.startsWith('device:stations'))).toEqual([
    'device:stations:0',
    'device:stations',
  ]);
});

test('no network, nothing kept → failed, and a retry helps', async () => {
  const { stations, until } = openApp();
  await until(() => expect(stations().state).toBe('failed'));
  answerWith(listOf(3));
  await stations().refresh();
  await until(() => expect(stations()).toMatchObject({ state: 'ready' }));
});

test('no network, kept → the kept list with the reason', async () => {
  await openedBefore(listOf(3));
  phone.network(phone.noNetwork);
  const { stations, until } = openApp();
  await stations().refresh();
  await until(() =>
    expect(stations()).toMatchObject({ state: 'ready', reason: expect.stringContaining('网络') }),
  );
});

test('a part was lost, or the phone was full → the whole list is asked for again', async () => {
  await openedBefore(listOf(4_100));
  phone.kept.delete('device:stations:1');
  const { until } = openApp();
  await until(() => expect(asked()).toEqual(['/stations']));
});
