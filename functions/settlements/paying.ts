import { dayMs, dayOf } from '#shared/time';
import { shiftAt } from '../activities/activity.table';
import { payingKey } from '../evidence-keys';
import { noticeEndIndex } from '../indexes';
import { walletAt } from '../ledger/wallet.table';
import type { Progress } from '../platform/days';
import { seeTo, walkDays } from '../platform/days';
import { itemsOf } from '../platform/pages';
import type { At } from '../platform/table';
import { commit, read } from '../platform/table';
import { payWaiting } from '../records/crediting';
import type { ServiceRecord } from '../records/record.rules';
import { noticeShards, recordAt } from '../records/record.table';
import { packOf } from '../rule-packs/pack.table';
import { isPayable } from './paying.rules';
import { told } from './telling';

const progressAt: At<Progress> = payingKey;
/** A run pays so many; the next one goes on. */
const perRun = 500;
const lookBackMs = 7 * dayMs;

/** Pays the points of hours that rest on somebody's word, once their public notice has passed without a dispute. */
export async function payAfterNotice({ now }: { now: number }): Promise<void> {
  const from = dayOf(now - lookBackMs);
  await walkDays({ at: progressAt, from, until: now + dayMs, perRun }, async (day, budget) => {
    const run = (record: ServiceRecord) => pay(record, now);
    const { seen, left } = await seeTo(endedOn(day, now), { name: 'paying', budget, run });
    // Today is never done: more notices end later.
    return { seen, left: left + Number(day >= dayOf(now)) };
  });
}

/** Whose notice is over by now; the index is in the order of the times. */
async function* endedOn(day: string, now: number): AsyncGenerator<ServiceRecord> {
  for (let shard = 0; shard < noticeShards; shard++) {
    for await (const record of itemsOf<ServiceRecord>({
      index: 'gx2',
      pk: noticeEndIndex(day, shard),
    })) {
      if ((record.noticeUntil ?? 0) > now) break;
      yield record;
    }
  }
}

/** The index proposes, the record decides. */
async function pay({ volunteerId, shiftId }: ServiceRecord, now: number): Promise<void> {
  const [record, wallet, shift] = await read(
    recordAt(volunteerId, shiftId),
    walletAt(volunteerId),
    shiftAt(shiftId),
  );
  if (!record || !wallet || !shift || !isPayable(record, now)) return;
  const pack = await packOf(shift.pack);
  const paid = payWaiting(record, wallet, { shift, pack, at: now });
  const say = `公示已结束，工时已确认入账，积分加 ${paid.record.points ?? 0}`;
  await commit([...paid.writes, told(record, { at: now, say })]);
}
