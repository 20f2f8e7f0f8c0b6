import type { RosterRow } from '#shared/activities';
import { activityRoutes } from '#shared/activities';
import { rosterIndex, waitingIndex } from '../indexes';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { query, read } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { withheldMinors } from '../volunteers/minor-readings';
import { countsAt } from './activity.table';
import { phaseOf } from './shift.rules';
import { shiftFor } from './shift-for';

/** The head of the organiser's screen, with the live count. */
export const board = handle(
  'GET /shifts/{shiftId}/board',
  activityRoutes['GET /shifts/{shiftId}/board'],
  async ({ shiftId }, { caller, now }) => {
    const shift = await shiftFor('GET /shifts/{shiftId}/board', caller, shiftId);
    const [counts] = await read(countsAt(shiftId));
    const { activityId, title, placeName, startsAt, endsAt, capacity } = shift;
    const { signedUp = 0, checkedIn = 0, credited = 0 } = counts ?? {};
    return {
      ...{ shiftId, activityId, title, placeName, startsAt, endsAt, capacity, now },
      phase: phaseOf(shift, now),
      counts: { signedUp, checkedIn, credited },
    };
  },
);

/** Who signed up and how far each has come, shard by shard. */
export const roster = handle(
  'GET /shifts/{shiftId}/roster',
  activityRoutes['GET /shifts/{shiftId}/roster'],
  async ({ shiftId, purpose, limit, cursor }, { caller, now }) => {
    const shift = await shiftFor('GET /shifts/{shiftId}/roster', caller, shiftId);
    const rows: RosterRow[] = [];
    let { shard, within } = placeIn(cursor);
    // After the last shard of the roster comes the queue.
    while (shard <= shift.shards && rows.length < limit) {
      const page = await query<ServiceRecord>({
        index: 'gx1',
        pk: shard < shift.shards ? rosterIndex(shiftId, shard) : waitingIndex(shiftId),
        limit: limit - rows.length,
        cursor: within,
      });
      rows.push(...page.items.map(rowOf));
      within = page.cursor;
      if (within === undefined) shard++;
    }
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
      ...(shard <= shift.shards && { cursor: `${shard}-${within ?? ''}` }),
    };
  },
);

/** A roster's cursor is the shard and the cursor within it. */
function placeIn(cursor = '0-'): { shard: number; within: string | undefined } {
  const [, shard = '', within = ''] = /^(\d{1,2})-(.*)$/.exec(cursor) ?? refuse('request_invalid');
  return { shard: Number(shard), within: within || undefined };
}

const rowOf = (record: ServiceRecord): RosterRow => ({
  volunteerId: record.volunteerId,
  maskedName: record.maskedName,
  state: record.state,
  inAt: record.inAt,
  outAt: record.outAt,
  creditedMinutes: record.creditedMinutes,
  walkIn: record.walkIn,
  absence: record.absence,
});
