import { useEffect } from 'react';
import { create } from 'zustand';
import type { StationList } from '#shared/stations';
import { hourMs } from '#shared/time';
import { call, sentenceOf, Unreachable } from '../api';
import { forget, readStored, store } from '../device/storage';

/**
 * The city's stations, held by the phone: fetched once, then asked after every few hours by version only, and searched
 * without network (shared/search).
 */
export type Stations =
  | { state: 'loading' }
  /** `reason`: why the cloud could not be asked whether this list is still the newest. */
  | { state: 'ready'; list: StationList; checkedAt: number; reason?: string }
  | { state: 'failed'; reason: string };

/** While the list was checked within this time, nobody is asked. */
const freshMs = 6 * hourMs;
/** WeChat keeps at most 1 MB under one key; a row of the list takes about 120 bytes. */
const rowsPerKey = 2_000;
const headKey = 'device:stations';
const partKey = (part: number) => `device:stations:${part}`;

const rowColumns = [
  'stationId',
  'name',
  'kind',
  'district',
  'street',
  'latitudeE5',
  'longitudeE5',
  'hours',
  'services',
] as const;
type Rows = Pick<StationList, (typeof rowColumns)[number]>;
type Head = Omit<StationList, keyof Rows> & { parts: number; checkedAt: number };

const useStore = create<Stations>(() => ({ state: 'loading' }));

/** The list, brought up to date when it is old. `refresh` asks even when it is not. */
export function useStations(): Stations & { refresh: () => Promise<void> } {
  const stations = useStore();
  useEffect(() => void bring(false), []);
  return { ...stations, refresh };
}

const refresh = () => bring(true);

let running: Promise<void> | undefined;

function bring(evenIfFresh: boolean): Promise<void> {
  if (useStore.getState().state !== 'ready') showStored();
  const now = useStore.getState();
  const fresh = now.state === 'ready' && Math.abs(Date.now() - now.checkedAt) < freshMs;
  if (fresh && !evenIfFresh) return Promise.resolve();
  running ??= check(now).finally(() => {
    running = undefined;
  });
  return running;
}

function showStored() {
  const stored = readList();
  useStore.setState(stored ? { state: 'ready', ...stored } : { state: 'loading' }, true);
}

async function check(held: Stations): Promise<void> {
  const list = held.state === 'ready' ? held.list : undefined;
  try {
    const answer = await call('GET /stations', list ? { version: list.version } : {});
    const newest = answer.list ?? list;
    // The list was held back although there is none: only a broken answer says that.
    if (!newest) throw new Unreachable();
    const checkedAt = Date.now();
    if (answer.list) writeList(answer.list, checkedAt);
    else noteChecked(checkedAt);
    useStore.setState({ state: 'ready', list: newest, checkedAt }, true);
  } catch (error) {
    const reason = sentenceOf(error);
    useStore.setState(
      held.state === 'ready' ? { ...held, reason } : { state: 'failed', reason },
      true,
    );
  }
}

function readList(): { list: StationList; checkedAt: number } | undefined {
  const head = readStored<Head>(headKey);
  if (!head) return undefined;
  const { parts, checkedAt, ...fixed } = head;
  const all = Array.from({ length: parts }, (_, part) => readStored<Rows>(partKey(part)));
  if (all.some((rows) => rows === undefined)) return undefined;
  const joined = Object.fromEntries(
    rowColumns.map((column) => [
      column,
      all.reduce<unknown[]>((whole, rows) => whole.concat(rows?.[column] ?? []), []),
    ]),
  ) as Rows;
  return { list: { ...fixed, ...joined }, checkedAt };
}

/** The head is written last: a list of which only a part could be kept does not exist. */
function writeList(list: StationList, checkedAt: number): void {
  const before = readStored<Head>(headKey)?.parts ?? 0;
  forget(headKey);
  const parts = Math.ceil(list.stationId.length / rowsPerKey);
  for (let part = parts; part < before; part++) forget(partKey(part));
  for (let part = 0; part < parts; part++) {
    const [from, to] = [part * rowsPerKey, (part + 1) * rowsPerKey];
    const rows = Object.fromEntries(
      rowColumns.map((column) => [column, list[column].slice(from, to)]),
    );
    if (!store(partKey(part), rows)) return;
  }
  const { version, synthetic, hoursTable } = list;
  store(headKey, { version, synthetic, hoursTable, parts, checkedAt });
}

function noteChecked(checkedAt: number): void {
  const head = readStored<Head>(headKey);
  if (head) store(headKey, { ...head, checkedAt });
}
