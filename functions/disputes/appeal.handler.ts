import type { AppealShown } from '#shared/disputes';
import { disputeRoutes } from '#shared/disputes';
import { shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { graceEndsAt } from '../activities/shift.rules';
import { actingFor } from '../dependants/acting';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, read, untilWon } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { packOf } from '../rule-packs/pack.table';
import { judgeTimes } from '../settlements/confirmation.rules';
import type { Dispute } from './dispute.rules';
import { appealUntil, judgeAppeal } from './dispute.rules';
import { disputeAt } from './dispute.table';
import { raise } from './raise';

const readRoute = 'GET /shifts/{shiftId}/appeal';
const writeRoute = 'POST /shifts/{shiftId}/appeal';

type Known = { record: ServiceRecord; shift: Shift; appeal: Dispute | undefined; until: number };

/** A record is appealed against once: that is the appeal's name. */
const appealIdOf = (volunteerId: string, shiftId: string): string =>
  idFor('appeal', volunteerId, shiftId);

async function load(volunteerId: string, shiftId: string): Promise<Known> {
  const [record, shift, appeal] = await read(
    recordAt(volunteerId, shiftId),
    shiftAt(shiftId),
    disputeAt(appealIdOf(volunteerId, shiftId)),
  );
  if (!record || !shift) return refuse('not_found');
  return { record, shift, appeal, until: appealUntil(record, shift, await packOf(shift.pack)) };
}

export const myAppeal = handle(
  readRoute,
  disputeRoutes[readRoute],
  async ({ shiftId, forVolunteerId }, { caller, now }) => {
    const { volunteerId } = await actingFor(caller, forVolunteerId);
    return shown(await load(volunteerId, shiftId), now);
  },
);

/** Says that one's own record is too little. It is decided by somebody who had no hand in it. */
export const appeal = handle(
  writeRoute,
  disputeRoutes[writeRoute],
  async ({ shiftId, forVolunteerId, requestId, text, arrivedAt, leftAt }, { caller, now }) =>
    untilWon(async () => {
      const { volunteerId } = await actingFor(caller, forVolunteerId);
      const known = await load(volunteerId, shiftId);
      const { record, shift, until } = known;
      if (known.appeal) {
        return known.appeal.requestId === requestId ? shown(known, now) : refuse('appealed_before');
      }
      const verdict = judgeAppeal(record, { until, now });
      if (verdict.status === 'refused') return refuse(verdict.code);
      const wanted =
        arrivedAt !== undefined && leftAt !== undefined ? { arrivedAt, leftAt } : undefined;
      const span = wanted && { inAt: wanted.arrivedAt, outAt: wanted.leftAt };
      const unfit = span && judgeTimes(span, shift, now);
      if (unfit) return refuse(unfit);
      const disputeId = appealIdOf(volunteerId, shiftId);
      const raised = await raise(
        {
          ...{ disputeId, requestId, kind: 'appeal', by: caller.volunteerId, text },
          ...(wanted && { wanted }),
        },
        { record, shift, pack: await packOf(shift.pack), at: now },
      );
      await commit(raised.writes);
      const { kind } = raised.dispute;
      const frozen = { ...record, dispute: { disputeId, kind, at: now } };
      return shown({ ...known, record: frozen, appeal: raised.dispute }, now);
    }),
);

function shown({ record, shift, appeal: own, until }: Known, now: number): AppealShown {
  const { shiftId, title, startsAt, endsAt, state, inAt, outAt, creditedMinutes } = record;
  const open = !own && judgeAppeal(record, { until, now }).status === 'open';
  return {
    ...{ shiftId, title, startsAt, endsAt, state, inAt, outAt, creditedMinutes, now },
    leaveUntil: graceEndsAt(shift),
    ...(record.decision?.reason && { decided: record.decision.reason }),
    mayAppeal: open,
    ...(open && { appealUntil: until }),
    objected: record.dispute?.kind === 'objection',
    ...(own && { appeal: appealOf(own) }),
  };
}

function appealOf({ state, text, at, dueAt, handledBy, decision }: Dispute) {
  return {
    ...{ state, text, at, dueAt, handledBy },
    ...(decision && {
      decision: { upheld: state === 'upheld', reason: decision.reason, at: decision.at },
    }),
  };
}
