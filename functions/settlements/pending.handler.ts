import type { PendingRow } from '#shared/settlements';
import { settlementRoutes } from '#shared/settlements';
import type { Shift } from '../activities/shift.rules';
import { graceEndsAt } from '../activities/shift.rules';
import { shiftFor } from '../activities/shift-for';
import { familyAt } from '../dependants/link.table';
import { rightsOf } from '../organisations/rights';
import { handle } from '../platform/handle';
import { read } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { everybodyOf } from '../records/roster';
import { withheldMinors } from '../volunteers/minor-readings';
import { isJointly, isOwn, noRelatives } from './confirmation.rules';
import type { Around } from './seen';
import { evidenceOf, sharedDevicesOf } from './seen';
import type { Waiting } from './settlement.rules';
import { noneWaiting, settleFrom, waitsAs } from './settlement.rules';

const route = 'GET /shifts/{shiftId}/pending';
const rowsMax = 50;

/** Who still waits for somebody's word, what stands behind each, and whether the shift can be settled. */
export const pending = handle(route, settlementRoutes[route], async ({ shiftId }, call) => {
  const { caller, now } = call;
  const shift = await shiftFor(route, caller, shiftId);
  const [{ waiting, credited, open, around }, may] = await Promise.all([
    lookThrough(shift),
    rightsOf(caller, shift.path),
  ]);
  const ids = open.map(({ volunteerId }) => volunteerId);
  const { organisationId, organisationName, activityId, title, startsAt, endsAt } = shift;
  // Whoever vouches for a child has read of the child: the guardian finds it in the list.
  await withheldMinors(ids, {
    ...{ organisationId, organisationName, title, purpose: 'attendance', now },
    readerId: caller.volunteerId,
    kind: 'roster',
  });
  const families = await read(...ids.map(familyAt));
  const rows = open.map((record, index) =>
    rowOf(record, {
      around,
      own: isOwn(record.volunteerId, caller.volunteerId, families[index] ?? noRelatives),
    }),
  );
  return {
    ...{ shiftId, activityId, title, startsAt, endsAt, credited, rows, now },
    leaveUntil: graceEndsAt(shift),
    counts: waiting,
    settleFrom: settleFrom(shift),
    settledAt: shift.settledAt,
    noticeUntil: shift.noticeUntil,
    maySettle: may('POST /shifts/{shiftId}/settlement'),
  };
});

type Seen = { waiting: Waiting; credited: number; open: ServiceRecord[]; around: Around };

/** One look through the roster: the numbers, and those who wait for a word, the doubtful first. */
async function lookThrough(shift: Shift): Promise<Seen> {
  const waiting = { ...noneWaiting };
  const open: ServiceRecord[] = [];
  const all: ServiceRecord[] = [];
  for await (const record of everybodyOf(shift)) {
    all.push(record);
    const column = waitsAs(record);
    if (column) waiting[column] += 1;
    if (record.state === 'late' || record.state === 'closed') open.push(record);
  }
  const around = { shift, shared: sharedDevicesOf(all) };
  const doubtful = (record: ServiceRecord) => evidenceOf(record, around).doubts.length;
  open.sort((a, b) => doubtful(b) - doubtful(a));
  const credited = all.filter(({ state }) => state === 'credited').length;
  return { waiting, credited, open: open.slice(0, rowsMax), around };
}

function rowOf(record: ServiceRecord, scene: { around: Around; own: boolean }): PendingRow {
  const { volunteerId, maskedName, walkIn, dispute } = record;
  return {
    ...{ volunteerId, maskedName, walkIn },
    ...evidenceOf(record, scene.around),
    joint: isJointly(record),
    disputed: dispute !== undefined,
    own: scene.own,
  };
}
