import { disputeRoutes } from '#shared/disputes';
import { dayMs } from '#shared/time';
import { shiftAt } from '../activities/activity.table';
import { myDisputesIndex } from '../indexes';
import { idBehind } from '../platform/alias';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, query, read, untilWon } from '../platform/table';
import { recordAt } from '../records/record.table';
import { packOf } from '../rule-packs/pack.table';
import { told } from '../settlements/telling';
import type { Dispute } from './dispute.rules';
import { judgeObjection } from './dispute.rules';
import { disputeAt } from './dispute.table';
import { raise } from './raise';

const route = 'POST /shifts/{shiftId}/objections';

/** Anybody who is signed in says that a public row is wrong: it alone waits, until somebody else has decided. */
export const object = handle(route, disputeRoutes[route], async (request, { caller, now }) => {
  const { shiftId, rowId, requestId, reason, text } = request;
  const by = caller.volunteerId;
  const disputeId = idFor('dispute', by, requestId);
  return untilWon(async () => {
    const volunteerId = idBehind(rowId, shiftId) ?? refuse('not_found');
    const [known, shift, record] = await read(
      disputeAt(disputeId),
      shiftAt(shiftId),
      recordAt(volunteerId, shiftId),
    );
    if (known) {
      const same = known.text === text && known.volunteerId === volunteerId;
      return same ? shown(known) : refuse('request_differs');
    }
    if (!shift || !record) return refuse('not_found');
    const verdict = judgeObjection(record, now);
    if (verdict.status === 'refused') return refuse(verdict.code);
    await brake(by, now);
    const raised = await raise(
      { disputeId, requestId, kind: 'objection', by, text, reason },
      { record, shift, pack: await packOf(shift.pack), at: now },
    );
    const say = '的工时在公示期间有人提出异议，正在核实。核实前其他记录不受影响';
    await commit([...raised.writes, told(record, { at: now, say, kind: 'settlement' })]);
    return shown(raised.dispute);
  });
});

const shown = ({ state, dueAt }: Dispute) => ({ state, dueAt });

const perDay = 10;

/** A brake, not a rule: the index may be a moment behind. */
async function brake(by: string, now: number): Promise<void> {
  const mine = { index: 'gx2', pk: myDisputesIndex(by), newestFirst: true } as const;
  const { items } = await query<Dispute>({ ...mine, limit: perDay });
  const oldest = items[perDay - 1];
  if (oldest && oldest.at > now - dayMs) refuse('too_many_requests');
}
