import type { StationList } from '#shared/stations';
import { dayMs, minuteMs } from '#shared/time';
import { districtCodes } from '#shared/vocabulary';
import { stationsIndex } from '../indexes';
import type { PackHead } from '../platform/packs';
import { publishPack } from '../platform/packs';
import { pagesOf } from '../platform/pages';
import { read } from '../platform/table';
import type { Station } from './station.table';
import { stationPack, stationsChangedAt } from './station.table';
import { listOf } from './station-list';

/** A page of an index holds at most 1 MB; a station is about half a KB. */
const pageSize = 1_000;
/** Without news the stations are compared with the list once a day all the same. */
const checkMs = dayMs;
/** The index may be behind the stream, and the note of a change older than the change, by so much. */
const indexLagMs = minuteMs;

/** Publishes the city's list anew when its content has changed; without news of a change it costs one read. */
export async function publishStations({
  now,
}: {
  now: number;
}): Promise<'published' | 'unchanged'> {
  const [head, changed] = await read(stationPack.headAt, stationsChangedAt);
  if (!isDue({ head, changedAt: changed?.changedAt ?? 0, now })) return 'unchanged';
  const content: StationList = listOf(await allStations());
  return publishPack(stationPack, { version: content.version, content, now });
}

type Due = { head: PackHead | undefined; changedAt: number; now: number };

function isDue({ head, changedAt, now }: Due): boolean {
  const checkedAt = head?.checkedAt ?? head?.publishedAt ?? 0;
  return changedAt > checkedAt - indexLagMs || now - checkedAt >= checkMs;
}

async function allStations(): Promise<Station[]> {
  const stations: Station[] = [];
  for (const district of districtCodes) {
    const listed = { index: 'gx2', pk: stationsIndex(district), limit: pageSize } as const;
    for await (const page of pagesOf<Station>(listed)) stations.push(...page);
  }
  return stations;
}
