import type { Input } from '#shared/api';
import { checkinRoutes } from '#shared/checkins';
import type { Shift } from '../activities/shift.rules';
import { shiftFor } from '../activities/shift-for';
import { judgeCard } from '../dependants/card.rules';
import { cardAt } from '../dependants/card.table';
import { familyAt } from '../dependants/link.table';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { read, unchanged, untilWon } from '../platform/table';
import { readToken } from '../platform/token';
import { recordAt } from '../records/record.table';
import { isMinor } from '../volunteers/minor.rules';
import { withheldMinors } from '../volunteers/minor-readings';
import type { Known } from './check';
import { check, receiptOf } from './check';
import { isAccompanied, judgeCountersigner, wasDoneBy } from './checkin.rules';
import { load } from './scanned';

const route = 'POST /checkins/countersigned';

/**
 * An organiser scans the printed card of somebody without a phone, at either end: the same record, rules and credit as
 * a scan of one's own. The card alone proves nothing; who countersigned stands in the evidence.
 */
export const countersign = handle(route, checkinRoutes[route], async (request, call) => {
  const { caller, now } = call;
  const { shiftId, kind, scanId } = request;
  return untilWon(async () => {
    const shift = await shiftFor(route, caller, shiftId);
    const { subject, gate, step } = cardIn(request.token);
    const [card, family] = await read(cardAt(subject), familyAt(subject));
    const guardians = family?.guardians ?? [];
    const unfit = judgeCountersigner(caller.volunteerId, { subject, guardians });
    if (unfit) return refuse(unfit);
    const known = await load({ volunteerId: subject, shiftId, kind });
    const own = known.record;
    if (own && wasDoneBy(scanId, own)) return receiptFor(own.maskedName, receiptOf(own, now));
    const replaced = judgeCard(card, gate);
    if (replaced) return refuse(replaced);

    await noteReading(known, { shift, readerId: caller.volunteerId, now });
    const record = await check(known, {
      scan: { kind, gate, step, at: now, countersigned: true },
      evidence: { scanId, by: 'card', gate, step, countersignedBy: caller.volunteerId },
      accompanied: await accompanied(guardians, shiftId),
      more: [unchanged(cardAt(subject), card)],
      now,
    });
    return receiptFor(record.maskedName, receiptOf(record, now));
  });
});

type Receipt = ReturnType<typeof receiptOf>;
const receiptFor = (maskedName: string, receipt: Receipt) => ({ ...receipt, maskedName });

function cardIn(token: Input<typeof route>['token']) {
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
