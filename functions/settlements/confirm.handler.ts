import type { Input } from '#shared/api';
import { doubts } from '#shared/hours.words';
import { settlementRoutes } from '#shared/settlements';
import { recordStates } from '#shared/vocabulary';
import type { Shift } from '../activities/shift.rules';
import { shiftFor } from '../activities/shift-for';
import { audited } from '../audits/audit.table';
import { familyAt } from '../dependants/link.table';
import type { Wallet } from '../ledger/wallet.table';
import { walletAt } from '../ledger/wallet.table';
import { rightsOf } from '../organisations/rights';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, read, replace, untilWon } from '../platform/table';
import type { Calendar } from '../records/calendar.rules';
import { calendarAt } from '../records/calendar.table';
import { credit } from '../records/crediting';
import { extendedFor } from '../records/extending';
import { judgeTogether } from '../records/joint.rules';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { statedBy } from '../records/statement.table';
import { packOf } from '../rule-packs/pack.table';
import { isJointly, isOwn, judgeConfirmation, noRelatives, withEnds } from './confirmation.rules';
import { evidenceOf } from './seen';
import { told } from './telling';

const route = 'POST /shifts/{shiftId}/records/{volunteerId}/confirmation';
type Request = Input<typeof route>;

/** Vouches for one person, or declines to: never for oneself, and the first word counts. */
export const confirm = handle(route, settlementRoutes[route], async (request, call) =>
  untilWon(async () => {
    const { caller, now } = call;
    const { shiftId, volunteerId } = request;
    const shift = await shiftFor(route, caller, shiftId);
    const [record, wallet, family, calendar] = await read(
      recordAt(volunteerId, shiftId),
      walletAt(volunteerId),
      familyAt(volunteerId),
      calendarAt(volunteerId),
    );
    if (!record || !wallet) return refuse('not_found');
    const by = caller.volunteerId;
    const may = await rightsOf(caller, shift.path);
    const verdict = judgeConfirmation(record, request, {
      ...{ shift, by, now },
      own: isOwn(volunteerId, by, family ?? noRelatives),
      above: may('POST /disputes/{disputeId}/decision'),
    });
    if (verdict.status === 'refused') return refuse(verdict.code);
    if (verdict.status === 'exists') return shown(record);
    const apart = request.verdict === 'confirm' && isJointly(record);
    const unfit = apart && judgeTogether(await statedBy(shiftId), by);
    if (unfit) return refuse(unfit);
    const next = await decided(record, wallet, { shift, request, by, now, calendar });
    await commit([...next.writes, noted(next.record, { shift, by, now })]);
    return shown(next.record);
  }),
);

type Scene = Noted & { request: Request; calendar: Calendar | undefined };

/** The record after the word, with what has to be written for it. */
async function decided(record: ServiceRecord, wallet: Wallet, scene: Scene) {
  const { shift, request, by, now, calendar } = scene;
  const { verdict, reason = '', requestId } = request;
  const decision = { by, at: now, verdict, reason };
  if (verdict === 'decline') {
    const declined: ServiceRecord = { ...record, state: 'declined', decision };
    const say = `没有得到组织者确认：${reason}。如有不同意见，可以申诉`;
    return {
      record: declined,
      writes: [
        replace(recordAt(record.volunteerId, record.shiftId), declined),
        told(record, { at: now, say }),
      ],
    };
  }
  const complete = { ...withEnds(record, { ...request, by, requestId }), decision };
  const until = complete.outAt ?? complete.endsAt;
  const stayed = extendedFor(complete, shift, { calendar, until, now });
  const frame = { shift, pack: await packOf(shift.pack), at: now };
  const credited = credit(stayed.record, wallet, frame);
  const minutes = credited.record.creditedMinutes ?? 0;
  const say = `组织者已确认，计 ${minutes} 分钟。如有不同意见，可以申诉`;
  const writes = [...credited.writes, ...stayed.writes, told(record, { at: now, say })];
  return { record: credited.record, writes };
}

type Noted = { shift: Shift; by: string; now: number };

/** Who vouched for whom, with what stood behind it. */
function noted(record: ServiceRecord, { shift, by, now }: Noted): Write {
  const { volunteerId, maskedName, state, grade, decision, version } = record;
  const found = evidenceOf(record, { shift }).doubts.map((one) => doubts[one]);
  const became = state === 'credited' ? `确认，等级 ${grade}` : '不予确认';
  return audited(shift.organisationId, {
    auditId: idFor('audit', 'confirmation', shift.shiftId, volunteerId, String(version)),
    ...{ at: now, by, subjectId: volunteerId, subjectName: maskedName },
    action: state === 'credited' ? 'record_confirmed' : 'record_declined',
    from: recordStates.late,
    to: [became, ...found].join('；'),
    why: decision?.reason || shift.title,
  });
}

const shown = ({ state, creditedMinutes, grade }: ServiceRecord) => ({
  ...{ state, creditedMinutes, grade },
});
