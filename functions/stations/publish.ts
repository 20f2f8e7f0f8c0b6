import type { StationList } from '#shared/stations';
import { dayMs, minuteMs } from '#shared/time';
import { districtCodes } from '#shared/vocabulary';
import { stationsIndex } from '../keys';
import type { Write } from '../platform/table';
import { commit, create, or, query, read, replace, save, untilWon } from '../platform/table';
import type { Station, StationListHead } from './station.table';
import { partNumbers, stationListAt, stationListHeadAt, stationsChangedAt } from './station.table';
import { listOf, partsOf } from './station-list';

/** A page of an index holds at most 1 MB; a station is about half a KB. */
const pageSize = 1_000;
/** A list that was replaced stays so long for whoever has just read the head. */
const expiryMs = dayMs;

/** Without news the stations are compared with the list once a day all the same. */
const checkMs = dayMs;
/** The index may be behind the stream, and the note of a change older than the change, by so much. */
const indexLagMs = minuteMs;

/**
 * Publishes the city's list anew when its content has changed; without news of a change it costs one read. The parts
 * come first, then the head in one commit with them, so that nobody sees half a list; what is not in use expires.
 */
export async function publishStations({
  now,
}: {
  now: number;
}): Promise<'published' | 'unchanged'> {
  const [head, changed] = await read(stationListHeadAt, stationsChangedAt);
  if (!isDue({ head, changedAt: changed?.changedAt ?? 0, now })) return 'unchanged';
  const list = listOf(await allStations());
  return untilWon(async () => {
    const [known] = await read(stationListHeadAt);
    if (known?.listVersion !== list.version) return publish(list, { known, now });
    await commit([replace(stationListHeadAt, { ...known, checkedAt: now })]);
    return 'unchanged';
  });
}

type Due = { head: StationListHead | undefined; changedAt: number; now: number };

function isDue({ head, changedAt, now }: Due): boolean {
  const checkedAt = head?.checkedAt ?? head?.publishedAt ?? 0;
  return changedAt > checkedAt - indexLagMs || now - checkedAt >= checkMs;
}

async function publish(
  list: StationList,
  { known, now }: { known: StationListHead | undefined; now: number },
): Promise<'published'> {
  const parts = partsOf(list);
  const expiresAt = Math.ceil((now + expiryMs) / 1000);
  for (const [part, bytes] of parts.entries()) {
    const at = stationListAt(list.version, part);
    await commit([or(create(at, { bytes, expiresAt }), 'there')]);
  }
  const head: StationListHead = {
    version: known?.version ?? 1,
    listVersion: list.version,
    parts: parts.length,
    publishedAt: now,
  };
  await commit([
    save(stationListHeadAt, known, head),
    ...parts.map((_, part) => keepPart(list.version, part)),
    ...(known ? partNumbers(known).map((part) => dropPart(known, part, expiresAt)) : []),
  ]);
  return 'published';
}

async function allStations(): Promise<Station[]> {
  const stations: Station[] = [];
  for (const district of districtCodes) {
    let cursor: string | undefined;
    do {
      const pk = stationsIndex(district);
      const page = await query<Station>({ index: 'gx2', pk, limit: pageSize, cursor });
      stations.push(...page.items);
      cursor = page.cursor;
    } while (cursor);
  }
  return stations;
}

const keepPart = (version: string, part: number): Write => ({
  Update: {
    Key: stationListAt(version, part),
    UpdateExpression: 'REMOVE #expiresAt',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#expiresAt': 'expiresAt' },
  },
});

const dropPart = ({ listVersion }: StationListHead, part: number, expiresAt: number): Write => ({
  Update: {
    Key: stationListAt(listVersion, part),
    UpdateExpression: 'SET #expiresAt = :expiresAt',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeNames: { '#expiresAt': 'expiresAt' },
    ExpressionAttributeValues: { ':expiresAt': expiresAt },
  },
});
