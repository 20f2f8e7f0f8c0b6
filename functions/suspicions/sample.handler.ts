import { createHmac } from 'node:crypto';
import type { SampleRow } from '#shared/suspicions';
import { suspicionRoutes } from '#shared/suspicions';
import type { HoursEntry } from '../hours/hours.table';
import { hoursShards } from '../hours/hours.table';
import { hoursDayIndex } from '../indexes';
import { hoursOwnerOf } from '../keys';
import { publicOrganisation } from '../organisations/organisation-for';
import { demandRole } from '../organisations/rights';
import { readCursor, signCursor } from '../platform/cursor';
import { handle } from '../platform/handle';
import type { Key } from '../platform/table';
import { query, read } from '../platform/table';
import { namesOf } from './chain';
import type { Place } from './sample.rules';
import { firstPlace, isSampled, nextPlace } from './sample.rules';
import { checkedAt } from './suspicion.table';

const route = 'GET /organisations/{organisationId}/sample';

/** A call asks for so many pages of so many entries, and stops when it has enough to show. */
const pagesMax = 16;
const pageSize = 100;
const enough = 20;

type Row = HoursEntry & Key;

/**
 * One in a hundred of a month's hours of an organisation and below. Which ones, the seed and the entries' own hashes
 * say: nobody can choose them, and whoever knows the seed gets the same ones.
 */
export const sample = handle(
  route,
  suspicionRoutes[route],
  async ({ organisationId, month, seed, cursor }, { caller, now }) => {
    const { path } = await publicOrganisation(organisationId);
    await demandRole(route, caller, path, { hidden: true });
    const scope = `sample ${organisationId} ${month} ${seed}`;
    let place: Place | undefined =
      (readCursor(scope, cursor) as Place | undefined) ?? firstPlace(month);
    const found: Row[] = [];
    let looked = 0;
    for (let page = 0; place && page < pagesMax && found.length < enough; page++) {
      const { day, shard } = place;
      const answer: { items: Row[]; cursor?: string } = await query<Row>({
        ...{ index: 'gx2', pk: hoursDayIndex(day, shard), limit: pageSize },
        cursor: place.cursor,
      });
      looked += answer.items.length;
      found.push(...answer.items.filter((it) => isIn(it, { seed, organisationId })));
      place = nextPlace(place, { cursor: answer.cursor, shards: hoursShards, now });
    }
    const next = signCursor(scope, place);
    const rows = await shownRows(found, { organisationId, now });
    return { rows, looked, ...(next && { cursor: next }), now };
  },
);

type Wanted = { seed: string; organisationId: string };

function isIn({ hash, path }: Row, { seed, organisationId }: Wanted): boolean {
  if (!path?.includes(organisationId)) return false;
  return isSampled(createHmac('sha256', seed).update(hash).digest('hex'));
}

async function shownRows(
  rows: Row[],
  { organisationId, now }: { organisationId: string; now: number },
): Promise<SampleRow[]> {
  const named = rows.slice(0, 100).map((row) => ({ ...row, volunteerId: hoursOwnerOf(row) ?? '' }));
  const notes = await read(
    ...named.map(({ volunteerId, sequence }) => checkedAt(organisationId, volunteerId, sequence)),
  );
  const names = await namesOf(
    notes.flatMap((it) => it?.by ?? []),
    now,
  );
  return named.map(({ volunteerId, sequence, title, at, creditedMinutes, grade }, index) => {
    const note = notes[index];
    return {
      ...{ volunteerId, sequence, title, at, creditedMinutes, grade },
      ...(note && {
        checked: { result: note.result, note: note.note, at: note.at, byName: names(note.by) },
      }),
    };
  });
}
