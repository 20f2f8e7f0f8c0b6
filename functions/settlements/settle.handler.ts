import { settlementRoutes } from '#shared/settlements';
import { dayOf } from '#shared/time';
import type { Activity } from '../activities/activity.rules';
import { activityAt, move, shiftAt } from '../activities/activity.table';
import { stateSettled } from '../activities/life.rules';
import type { Shift } from '../activities/shift.rules';
import { shiftFor } from '../activities/shift-for';
import { audited } from '../audits/audit.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, create, read, replace, unchanged, untilWon } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { everybodyOf } from '../records/roster';
import { packOf } from '../rule-packs/pack.table';
import { listedSweep, noticeSweepAt } from './notice-sweep.table';
import type { Waiting } from './settlement.rules';
import { judgeSettlement, noneWaiting, noticeEnd, waitsAs } from './settlement.rules';

const route = 'POST /shifts/{shiftId}/settlement';

/** The organiser's last word on a shift: everybody is seen to, and the hours stand on the public notice. */
export const settle = handle(route, settlementRoutes[route], async ({ shiftId }, { caller, now }) =>
  untilWon(async () => {
    const shift = await shiftFor(route, caller, shiftId);
    const [activity] = await read(activityAt(shift.activityId));
    if (!activity) throw new Error(`a shift without its activity ${shift.activityId}`);
    const waiting = shift.settledAt === undefined ? await waitingAt(shift) : noneWaiting;
    const verdict = judgeSettlement(shift, waiting, now);
    if (verdict.status === 'refused') return refuse(verdict.code);
    const { noticeUntil = 0 } = shift;
    if (verdict.status === 'exists') return { shiftId, noticeUntil, activityState: activity.state };

    const until = noticeEnd(now, await packOf(shift.pack));
    const settled = { ...shift, settledAt: now, settledBy: caller.volunteerId, noticeUntil: until };
    const moved = await activityWith(settled, activity);
    await commit([
      replace(shiftAt(shiftId), settled),
      moved.write,
      create(noticeSweepAt(shiftId), sweepOf(settled, until)),
      audited(shift.organisationId, {
        auditId: idFor('audit', 'settled', shiftId),
        ...{ at: now, by: caller.volunteerId, subjectId: shiftId, subjectName: shift.title },
        ...{ action: 'shift_settled', to: `公示至 ${wordOf(until)}`, why: shift.title },
      }),
    ]);
    return { shiftId, noticeUntil: until, activityState: moved.state };
  }),
);

const wordOf = (at: number): string => {
  const day = dayOf(at);
  return `${Number(day.slice(4, 6))}月${Number(day.slice(6))}日`;
};

const sweepOf = ({ shiftId, shards, settledAt = 0 }: Shift, noticeUntil: number) =>
  listedSweep({
    ...{ version: 1, shiftId, shards, noticeUntil, pass: 1, shard: 0 },
    ...{ dueAt: settledAt, done: false },
  });

/** At most so many are looked at once more; whoever has more people waiting is refused by the first of them. */
const askedMax = 50;

/** Who still waits. The index proposes them, the records decide. */
async function waitingAt(shift: Shift): Promise<Waiting> {
  const proposed: ServiceRecord[] = [];
  for await (const record of everybodyOf(shift)) {
    if (waitsAs(record) && proposed.length < askedMax) proposed.push(record);
  }
  const found = await read(...proposed.map((it) => recordAt(it.volunteerId, it.shiftId)));
  const waiting = { ...noneWaiting };
  for (const record of found) {
    const column = record && waitsAs(record as ServiceRecord);
    if (column) waiting[column] += 1;
  }
  return waiting;
}

/** The activity is settled with the last of its shifts; until then it only must not change in between. */
async function activityWith(
  settled: Shift,
  activity: Activity,
): Promise<{ state: Activity['state']; write: Write }> {
  const others = activity.shiftIds.filter((id) => id !== settled.shiftId);
  const shifts = (await read(...others.map(shiftAt))) as (Shift | undefined)[];
  const state = stateSettled(activity, [settled, ...shifts.flatMap((it) => it ?? [])]);
  const at = activityAt(activity.activityId);
  // Two shifts settled at once: each writes the activity, so that the later one sees the other.
  if (state === activity.state) return { state, write: touch(activity) };
  return { state, write: move(activity, { state }) };

  function touch(known: Activity): Write {
    return known.shiftIds.length > 1 ? replace(at, known) : unchanged(at, known);
  }
}
