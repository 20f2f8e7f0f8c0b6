import type { Input } from '#shared/api';
import type { CountersignedReceipt } from '#shared/checkins';
import { checkinRoutes } from '#shared/checkins';
import type { Shift } from '../activities/shift.rules';
import { shiftFor } from '../activities/shift-for';
import type { Known } from '../checkins/check';
import { check } from '../checkins/check';
import { isAccompanied, judgeCountersigner, wasDoneBy } from '../checkins/checkin.rules';
import { judgeLiving } from '../checkins/presence.rules';
import { receiptOf } from '../checkins/receipt';
import { load } from '../checkins/scanned';
import { judgeCard } from '../dependants/card.rules';
import { cardAt } from '../dependants/card.table';
import { familyAt } from '../dependants/link.table';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { read, unchanged, untilWon } from '../platform/table';
import { printed, readToken } from '../platform/token';
import { isCountersigned } from '../records/grade.rules';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { isMinor } from '../volunteers/minor.rules';
import { withheldMinors } from '../volunteers/minor-readings';

const route = 'POST /checkins/countersigned';

/**
 * An organiser or keeper scans the volunteer's own code, at either end: the same record, rules and credit as a scan of
 * one's own. A living code shows that the person is there, and lifts an end they scanned themself; a printed card proves
 * nothing by itself. Who countersigned stands in the evidence.
 */
export const countersign = handle(route, checkinRoutes[route], async (request, call) => {
  const { caller, now } = call;
  const { shiftId, kind, scanId } = request;
  return untilWon(async () => {
    const shift = await shiftFor(route, caller, shiftId);
    const { subject, gate, step } = codeOf(request.token);
    const [card, family] = await read(cardAt(subject), familyAt(subject));
    const guardians = family?.guardians ?? [];
    const unfit = judgeCountersigner(caller.volunteerId, { subject, guardians });
    if (unfit) return refuse(unfit);
    const known = await load({ volunteerId: subject, shiftId, kind });
    const own = known.record;
    if (own && wasDoneBy(scanId, own)) return receiptFor(own, { shift, kind, now });
    const isCard = step === printed.step;
    const notGood = isCard ? judgeCard(card, gate) : judgeLiving(step, now);
    if (notGood) return refuse(notGood);

    await noteReading(known, { shift, readerId: caller.volunteerId, now });
    const by = isCard ? ('card' as const) : ('countersign' as const);
    const record = await check(known, {
      scan: { kind, gate, step, at: now, countersigned: true },
      evidence: { scanId, by, gate, step, countersignedBy: caller.volunteerId },
      accompanied: await accompanied(guardians, shiftId),
      more: isCard ? [unchanged(cardAt(subject), card)] : [],
      now,
    });
    return receiptFor(record, { shift, kind, now });
  });
});

type Asked = Pick<Input<typeof route>, 'kind'> & { shift: Shift; now: number };

function receiptFor(record: ServiceRecord, { shift, kind, now }: Asked): CountersignedReceipt {
  const { maskedName, inEvidence, outEvidence } = record;
  const end = kind === 'checkin' ? inEvidence : outEvidence;
  const vouched = end !== undefined && isCountersigned(end);
  return { ...receiptOf(record, shift, now), maskedName, vouched };
}

function codeOf(token: Input<typeof route>['token']) {
  const code = readToken(token) ?? refuse('code_forged');
  return code.kind === 'volunteer' ? code : refuse('code_wrong_kind');
}

/** Whether one of the guardians serves at the same shift now. */
async function accompanied(guardians: string[], shiftId: string): Promise<boolean> {
  const records = await read(...guardians.map((one) => recordAt(one, shiftId)));
  return isAccompanied(records);
}

type Scene = { shift: Shift; readerId: string; now: number };

/** Scanning a child's card is reading of the child: the guardian finds it in the list. */
async function noteReading({ profile, volunteerId }: Known, { shift, readerId, now }: Scene) {
  if (!profile || !isMinor(profile, now)) return;
  const { organisationId, organisationName, title } = shift;
  await withheldMinors([volunteerId], {
    ...{ readerId, organisationId, organisationName, title, now },
    kind: 'roster',
    purpose: 'attendance',
  });
}
