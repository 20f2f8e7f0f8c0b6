import type { Input } from '#shared/api';
import { disputeRoutes } from '#shared/disputes';
import { disputeKinds } from '#shared/disputes.words';
import { shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { audited } from '../audits/audit.table';
import { familyAt } from '../dependants/link.table';
import type { Wallet } from '../ledger/wallet.table';
import { walletAt } from '../ledger/wallet.table';
import { demandRole } from '../organisations/rights';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, read, replace, untilWon } from '../platform/table';
import { recordsAround } from '../records/around';
import { overlapping } from '../records/overlap.rules';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { packOf } from '../rule-packs/pack.table';
import { isOwn, judgeTimes, noRelatives } from '../settlements/confirmation.rules';
import { told, toldOf } from '../settlements/telling';
import type { Dispute } from './dispute.rules';
import { judgeDecision } from './dispute.rules';
import { decidedAs, disputeAt } from './dispute.table';
import { ruled } from './ruled';

const route = 'POST /disputes/{disputeId}/decision';
type Request = Input<typeof route>;

/** Decides on an objection or an appeal, once. To everybody who may not there is no such dispute. */
export const rule = handle(route, disputeRoutes[route], async (request, { caller, now }) =>
  untilWon(async () => {
    const [dispute] = await read(disputeAt(request.disputeId));
    if (!dispute) return refuse('not_found');
    await demandRole(route, caller, dispute.handlerPath, { hidden: true });
    const known = await load(dispute);
    const { record, family } = known;
    const by = caller.volunteerId;
    const own = isOwn(record.volunteerId, by, family ?? noRelatives);
    const verdict = judgeDecision(dispute, record, { ruling: request, by, own });
    if (verdict.status === 'refused') return refuse(verdict.code);
    if (verdict.status === 'exists') return shown(dispute, record);
    await judgeHours(request, known, now);

    const upheld = request.verdict === 'uphold';
    const { reason, arrivedAt, leftAt } = request;
    const decided = decidedAs(dispute, upheld ? 'upheld' : 'dismissed', {
      ...{ by, at: now, reason },
      ...(arrivedAt !== undefined && leftAt !== undefined && { arrivedAt, leftAt }),
    });
    const next = ruled(request, { ...known, pack: await packOf(known.shift.pack), by, now });
    await commit([
      ...next.writes,
      replace(disputeAt(dispute.disputeId), decided),
      ...tellings(decided, next.record, now),
      noted(decided, { ...known, next: next.record }),
    ]);
    return shown(decided, next.record);
  }),
);

type Known = {
  shift: Shift;
  record: ServiceRecord;
  wallet: Wallet;
  family: { guardians: string[]; dependants: string[] } | undefined;
};

async function load({ volunteerId, shiftId }: Dispute): Promise<Known> {
  const [shift, record, wallet, family] = await read(
    shiftAt(shiftId),
    recordAt(volunteerId, shiftId),
    walletAt(volunteerId),
    familyAt(volunteerId),
  );
  if (!shift || !record || !wallet) return refuse('not_found');
  return { shift, record, wallet, family };
}

/** Whether hours can have been served at these times: inside the shift, and in no other service. */
async function judgeHours(
  { verdict, arrivedAt, leftAt }: Request,
  { shift, record }: Known,
  now: number,
): Promise<void> {
  if (verdict !== 'uphold' || arrivedAt === undefined || leftAt === undefined) return;
  const unfit = judgeTimes({ inAt: arrivedAt, outAt: leftAt }, shift, now);
  if (unfit) refuse(unfit);
  const { volunteerId, shiftId } = record;
  const span = { from: arrivedAt, until: leftAt };
  const others = await recordsAround(volunteerId, span);
  if (overlapping(others, { shiftId, ...span })) refuse('typed_overlap');
}

const shown = ({ state }: Dispute, { creditedMinutes }: ServiceRecord) => ({
  state,
  creditedMinutes,
});

/** The volunteer, and whoever objected, learn what became of it; neither learns of the other. */
function tellings(dispute: Dispute, record: ServiceRecord, at: number): Write[] {
  const { kind, by, volunteerId, state, decision } = dispute;
  const minutes = record.creditedMinutes ?? 0;
  const counted = state === 'upheld' ? `工时现为 ${minutes} 分钟` : '工时不变';
  const what = kind === 'appeal' ? '的申诉' : '的异议';
  const say = `${what}已核实，${counted}。${decision?.reason ?? ''}`;
  const own = told(record, { at, say, kind: 'settlement' });
  if (by === volunteerId || kind === 'appeal') return [own];
  const word = state === 'upheld' ? '已采纳' : '未采纳';
  const reason = `您对公示中一条记录的异议${word}：${decision?.reason ?? ''}`;
  return [own, toldOf(by, { ...dispute, at, text: reason })];
}

type Noted = { shift: Shift; record: ServiceRecord; next: ServiceRecord };

function noted({ disputeId, kind, decision }: Dispute, { shift, record, next }: Noted): Write {
  const minutes = (it: ServiceRecord) => `${it.creditedMinutes ?? 0} 分钟`;
  return audited(shift.organisationId, {
    auditId: idFor('audit', 'dispute', disputeId),
    at: decision?.at ?? 0,
    by: decision?.by ?? '',
    action: 'dispute_decided',
    subjectId: record.volunteerId,
    subjectName: record.maskedName,
    from: `${disputeKinds[kind]}，${minutes(record)}`,
    to: minutes(next),
    why: decision?.reason ?? '',
  });
}
