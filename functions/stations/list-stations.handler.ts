import type { StationList } from '#shared/stations';
import { stationRoutes } from '#shared/stations';
import { minuteMs } from '#shared/time';
import { handleOpen } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { read } from '../platform/table';
import type { StationListHead, StationListPart } from './station.table';
import { partNumbers, stationListAt, stationListHeadAt } from './station.table';
import { listFrom, listOf } from './station-list';

/** How long a function goes by the head it has read. */
const headMs = minuteMs;
type Kept = { version: string; parts: number; readAt: number; list?: StationList };
let kept: Kept | undefined;

/** The city's list, or only its version when that is the one the phone holds. */
export const list = handleOpen(
  'GET /stations',
  stationRoutes['GET /stations'],
  async ({ version }, { now }) => {
    const newest = await newestHead(now);
    if (version === newest.version) return { version, now };
    newest.list ??= await readList(newest);
    return { version: newest.version, list: newest.list, now };
  },
);

async function newestHead(now: number): Promise<Kept> {
  const age = kept ? now - kept.readAt : headMs;
  if (kept && age >= 0 && age < headMs) return kept;
  const [head] = await read(stationListHeadAt);
  kept = keep(head, now);
  return kept;
}

/** A list that is still the newest is not read again. Before the first one is published, the city has no station. */
function keep(head: StationListHead | undefined, readAt: number): Kept {
  if (!head) {
    const none = listOf([]);
    return { version: none.version, parts: 0, readAt, list: none };
  }
  const { listVersion: version, parts } = head;
  const same = kept?.version === version ? kept.list : undefined;
  return { version, parts, readAt, ...(same && { list: same }) };
}

async function readList({ version, parts }: Kept): Promise<StationList> {
  const found = await read(...partNumbers({ parts }).map((part) => stationListAt(version, part)));
  const whole = found.filter((part): part is StationListPart => part !== undefined);
  return whole.length === parts ? listFrom(whole.map(({ bytes }) => bytes)) : refuse('busy');
}
