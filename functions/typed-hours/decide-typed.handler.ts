import type { Input } from '#shared/api';
import { typedHoursRoutes } from '#shared/typed-hours';
import type { Shift } from '../activities/shift.rules';
import { shiftFor } from '../activities/shift-for';
import { audited } from '../audits/audit.table';
import { familyAt } from '../dependants/link.table';
import { walletAt } from '../ledger/wallet.table';
import { tell } from '../notices/notice.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, read, replace, untilWon } from '../platform/table';
import { recordsAround } from '../records/around';
import { credit } from '../records/crediting';
import { overlapping } from '../records/overlap.rules';
import type { ServiceRecord } from '../records/record.rules';
import { afterEvent } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { packOf } from '../rule-packs/pack.table';
import { whenWord } from '../signups/telling';
import { giveBack } from './cap.table';
import type { Typed } from './typed.rules';
import { judgeDecision } from './typed.rules';
import { listedTyped, typedAt } from './typed.table';

const route = 'POST /shifts/{shiftId}/typed-hours/{volunteerId}/decision';

/**
 * The second person's word on typed hours. Yes credits them (grade E; the points come after the public notice), no gives
 * the month's minutes back.
 */
export const decideTyped = handle(
  route,
  typedHoursRoutes[route],
  async (asked, { caller, now }) => {
    const shift = await shiftFor(route, caller, asked.shiftId);
    const decisionId = idFor('decision', caller.volunteerId, asked.requestId);
    return untilWon(async () => {
      const known = await load(asked, shift);
      const { typed, record, family, overlaps } = known;
      const by = caller.volunteerId;
      const verdict = judgeDecision(typed, { by, decisionId, family, overlaps }, asked.verdict);
      if (verdict.status === 'refused') return refuse(verdict.code);
      if (verdict.status === 'exists') return answerOf(typed);
      if (!afterEvent(record.state, asked.verdict === 'confirm' ? 'credit' : 'decline')) {
        return refuse('already_decided');
      }
      const decided: Typed = { ...typed, decidedBy: by, decidedAt: now, decisionId };
      const done =
        asked.verdict === 'confirm'
          ? await confirmed(decided, known, { shift, now })
          : declined(decided, known, { reason: asked.reason ?? '', now });
      await commit([...done.writes, ...told(done.typed, record, asked.reason ?? '')]);
      return answerOf(done.typed);
    });
  },
);

const answerOf = ({ state, creditedMinutes = 0 }: Typed) => ({ state, creditedMinutes });

type Known = Awaited<ReturnType<typeof load>>;

async function load({ shiftId, volunteerId }: Input<typeof route>, { organisationId }: Shift) {
  const [record, wallet, family] = await read(
    recordAt(volunteerId, shiftId),
    walletAt(volunteerId),
    familyAt(volunteerId),
  );
  if (!record?.typing) return refuse('not_found');
  const { typedId, at } = record.typing;
  const [typed] = await read(typedAt({ organisationId, typedId, typedAt: at }));
  if (!typed || !wallet) return refuse('not_found');
  const served = { from: typed.servedFrom, until: typed.servedUntil };
  const around = await recordsAround(volunteerId, served);
  const credited = around.filter(({ state }) => state === 'credited');
  const overlaps = overlapping(credited, { ...served, shiftId }) !== undefined;
  return { record, wallet, family, typed, overlaps };
}

type Done = { typed: Typed; writes: Write[] };

/** The wallet's version holds the overlap off: whatever was credited meanwhile has written it. */
async function confirmed(
  decided: Typed,
  { record, wallet }: Known,
  { shift, now }: { shift: Shift; now: number },
): Promise<Done> {
  const { typing, ...rest } = record;
  if (!typing) return refuse('not_found');
  const open = { ...rest, typing: { ...typing, approvedBy: decided.decidedBy ?? '' } };
  const closing = credit(open, wallet, { shift, pack: await packOf(shift.pack), at: now });
  const { creditedMinutes = 0 } = closing.record;
  const typed = listedTyped({ ...decided, state: 'credited', creditedMinutes });
  return { typed, writes: [...closing.writes, replace(typedAt(typed), typed)] };
}

function declined(
  decided: Typed,
  { record }: Known,
  { reason, now }: { reason: string; now: number },
): Done {
  const typed = listedTyped({ ...decided, state: 'declined', creditedMinutes: 0 });
  const decision = { by: decided.decidedBy ?? '', at: now, verdict: 'decline' as const, reason };
  const { volunteerId, shiftId } = record;
  return {
    typed,
    writes: [
      replace(recordAt(volunteerId, shiftId), { ...record, state: 'declined', decision }),
      replace(typedAt(typed), typed),
      ...giveBack(typed),
    ],
  };
}

/** The line in the log, the word to the person, and to the one who typed. */
function told(typed: Typed, { maskedName }: ServiceRecord, reason: string): Write[] {
  const { typedId, title, volunteerId, typedBy, servedFrom, minutes } = typed;
  const { decidedBy = '', decidedAt: at = 0, creditedMinutes = 0 } = typed;
  const yes = typed.state === 'credited';
  const name = `${whenWord(servedFrom)}“${title}”`;
  const why = reason === '' ? '' : `：${reason}`;
  return [
    audited(typed.organisationId, {
      auditId: idFor('audit', 'typed-decision', typedId),
      ...{ at, by: typedBy, secondBy: decidedBy, subjectId: volunteerId, subjectName: maskedName },
      action: yes ? 'typed_confirmed' : 'typed_declined',
      ...{ to: `${title}，${minutes} 分钟`, why: reason },
    }),
    tell(volunteerId, {
      noticeId: idFor('notice', 'typed-decision', typedId),
      ...{ kind: 'hours', at, link: { page: '/checkins/records/index' } },
      text: yes
        ? `${name}补录的服务已确认，计 ${creditedMinutes} 分钟，公示无异议后发放积分。`
        : `${name}补录的服务未获确认${why}。如有异议可以申诉。`,
    }),
    tell(typedBy, {
      noticeId: idFor('notice', 'typed-decision', typedId, 'typist'),
      ...{ kind: 'hours', at, link: { page: '/typed-hours/list/index', id: typed.organisationId } },
      text: `您补录的${name}（${maskedName}）${yes ? '已确认' : `未获确认${why}`}。`,
    }),
  ];
}
