import type { RosterRow } from '#shared/activities';
import { activityRoutes } from '#shared/activities';
import type { Shift } from '../activities/shift.rules';
import { shiftFor } from '../activities/shift-for';
import { rosterIndex, waitingIndex } from '../indexes';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { query } from '../platform/table';
import { sharedDevices } from '../records/device.table';
import type { ServiceRecord } from '../records/record.rules';
import { withheldMinors } from '../volunteers/minor-readings';
import type { Around } from './roster.rules';
import { byDoubt, rowOf } from './roster.rules';

const route = 'GET /shifts/{shiftId}/roster';

/** Who signed up and how far each has come, shard by shard; on request, whoever is doubtful before all others. */
export const roster = handle(route, activityRoutes[route], async (request, { caller, now }) => {
  const { shiftId, purpose, order, limit, cursor } = request;
  const shift = await shiftFor(route, caller, shiftId);
  const around = { shift, shared: await sharedDevices(shiftId), now };
  const place = placeIn(cursor, order === 'doubtful' ? 'd' : 'a');
  const { rows, next } = await look(shift, { around, place, limit });
  const { organisationId, organisationName, title } = shift;
  const withheld = await withheldMinors(
    rows.map(({ volunteerId }) => volunteerId),
    {
      ...{ organisationId, organisationName, title, purpose, now },
      readerId: caller.volunteerId,
      kind: 'roster',
    },
  );
  return {
    rows: rows.filter(({ volunteerId }) => !withheld.has(volunteerId)),
    withheldMinors: withheld.size,
    ...(next && { cursor: `${next.pass}${next.shard}-${next.within ?? ''}` }),
  };
});

/** One pass takes all; or a first one the doubtful, and a second one the rest. */
type Pass = 'a' | 'd' | 'r';
type Place = { pass: Pass; shard: number; within: string | undefined };

function placeIn(cursor: string | undefined, first: Pass): Place {
  if (cursor === undefined) return { pass: first, shard: 0, within: undefined };
  const [, pass = '', shard = '', within = ''] =
    /^([adr])(\d{1,2})-(.*)$/.exec(cursor) ?? refuse('request_invalid');
  return { pass: pass as Pass, shard: Number(shard), within: within || undefined };
}

const takes: Record<Pass, (row: RosterRow) => boolean> = {
  a: () => true,
  d: ({ doubts }) => doubts.length > 0,
  r: ({ doubts }) => doubts.length === 0,
};

/** A call looks at so many pages of the index, so that a large roster without doubts does not outlast it. */
const looksMax = 40;

type Looking = { around: Around; place: Place; limit: number };

async function look({ shiftId, shards }: Shift, { around, place, limit }: Looking) {
  const rows: RosterRow[] = [];
  let next: Place | undefined = place;
  // A page that is filtered is full at half: to fill the last place of it would be to look at one record at a time.
  const enough = place.pass === 'a' ? limit : Math.ceil(limit / 2);
  for (let looks = 0; next && rows.length < enough && looks < looksMax; looks++) {
    const { pass, shard, within }: Place = next;
    // After the last shard of the roster comes the queue.
    const page: { items: ServiceRecord[]; cursor?: string } = await query<ServiceRecord>({
      index: 'gx1',
      pk: shard < shards ? rosterIndex(shiftId, shard) : waitingIndex(shiftId),
      limit: limit - rows.length,
      cursor: within,
    });
    rows.push(...page.items.map((record) => rowOf(record, around)).filter(takes[pass]));
    next = after({ pass, shard, within: page.cursor }, shards);
  }
  if (place.pass === 'd') rows.sort(byDoubt);
  return { rows, next };
}

/** Where the reading goes on: in the shard, in the next one, in the pass for the rest, or nowhere. */
function after({ pass, shard, within }: Place, shards: number): Place | undefined {
  if (within !== undefined) return { pass, shard, within };
  if (shard < shards) return { pass, shard: shard + 1, within: undefined };
  return pass === 'd' ? { pass: 'r', shard: 0, within: undefined } : undefined;
}
