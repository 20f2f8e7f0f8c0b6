import { clockOf, minuteMs } from '#shared/time';
import { shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { lastMomentOf } from '../activities/shift.rules';
import { rosterIndex, roundsIndex } from '../indexes';
import { tell } from '../notices/notice.table';
import { now } from '../platform/clock';
import { idFor } from '../platform/ids';
import { tried } from '../platform/log';
import { commit, or, query, read, replace, untilWon } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import type { Round } from './round.rules';
import { nextOf } from './round.rules';
import { listedRound, roundAt } from './round.table';

const pageSize = 25;
/** A run of the clock takes so many steps; the next one goes on. */
const stepsPerRun = 200;

/** One step: a page of people, then where to go on. Two at work at once ask the same people, each of them once. */
export async function stepRound(shiftId: string, name: string): Promise<'again' | 'rest'> {
  const [round, shift] = await read(roundAt(shiftId, name), shiftAt(shiftId));
  if (!round || !shift || round.done) return 'rest';
  const isOver = shift.cancelledAt !== undefined || now() >= lastMomentOf(shift);
  if (isOver) return step(round, { shard: round.shard, done: true });
  const page = await query<ServiceRecord>({
    index: 'gx1',
    pk: rosterIndex(shiftId, round.shard),
    limit: pageSize,
    cursor: round.cursor,
  });
  for (const { volunteerId } of page.items) {
    await untilWon(() => ask(volunteerId, { shift, round }));
  }
  return step(round, nextOf(round, { shards: shift.shards, cursor: page.cursor }));
}

async function step(round: Round, next: Pick<Round, 'shard' | 'cursor' | 'done'>) {
  const { cursor: _, ...rest } = round;
  const moved = listedRound({ ...rest, ...next });
  const at = roundAt(round.shiftId, round.name);
  await commit([or(replace(at, moved), 'overtaken')]);
  return next.done ? 'rest' : 'again';
}

/** The index proposes, the record decides: only who serves now is asked, once. */
async function ask(
  volunteerId: string,
  { shift, round }: { shift: Shift; round: Round },
): Promise<void> {
  const place = recordAt(volunteerId, shift.shiftId);
  const [record] = await read(place);
  if (record?.state !== 'checked_in') return;
  const at = now();
  const notice = {
    noticeId: idFor('notice', shift.shiftId, round.name),
    link: { page: '/shifts/running/index', id: shift.shiftId },
  };
  if (round.kind === 'extension') {
    const text = `“${shift.title}”延长到 ${clockOf(round.until ?? shift.endsAt)}。留下来的请在离开时扫签退码，按原时间离开也可以。`;
    // The time is the round's, so that the same word again is the same notice.
    const told = tell(volunteerId, { ...notice, kind: 'reminder', text, at: round.at });
    await commit([or(told, 'told')]);
    return;
  }
  if (record.recheck !== undefined) return;
  const until = at + (round.withinMinutes ?? 0) * minuteMs;
  const text = `“${shift.title}”现场复核：请在 ${clockOf(until)} 前再扫一次现场的签到码。没有扫也不扣时长，组织者会看到。`;
  await commit([
    replace(place, { ...record, recheck: { askedAt: at, until } }),
    tell(volunteerId, { ...notice, kind: 'recheck', text, at }),
  ]);
}

/** A job of the clock: rounds that a lost effect left standing. */
export async function goRounds(): Promise<void> {
  const { items } = await query<Round>({ index: 'gx2', pk: roundsIndex, limit: 50 });
  let left = stepsPerRun;
  for (const { shiftId, name } of items) {
    await tried('round', async () => {
      while (left-- > 0 && (await stepRound(shiftId, name)) === 'again');
    });
  }
}
