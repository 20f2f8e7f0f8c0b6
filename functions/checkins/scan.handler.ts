import type { Input } from '#shared/api';
import { checkinRoutes } from '#shared/checkins';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, save, unchanged, untilWon } from '../platform/table';
import { readDigits } from '../platform/token';
import { countTry, emptyCalendar, triesAreSpent } from '../records/calendar.rules';
import { calendarAt } from '../records/calendar.table';
import type { Known } from './check';
import { check } from './check';
import { wasDoneBy } from './checkin.rules';
import { evidenceOf } from './evidence';
import { judgeTyping, stepsAround, windowOf } from './presence.rules';
import { receiptOf } from './receipt';
import { codeIn, load } from './scanned';

type Scanned = Input<'POST /checkins'>;

/** A scan by somebody who is signed in: one read, one commit. */
export const scan = handle(
  'POST /checkins',
  checkinRoutes['POST /checkins'],
  async (request, { caller, now }) => {
    const shown = request.token === undefined ? undefined : codeIn(request.token);
    const shiftId = shown?.subject ?? request.shiftId ?? refuse('request_invalid');
    if (request.expectedShiftId && request.expectedShiftId !== shiftId) refuse('wrong_activity');

    return untilWon(async () => {
      const isBehind = shown !== undefined && windowOf(shown.step, now) === 'behind';
      const { volunteerId } = caller;
      const known = await load({ volunteerId, shiftId, kind: shown?.kind, isBehind });
      const { record: own, shift } = known;
      if (own && wasDoneBy(request.scanId, own)) return receiptOf(own, shift, now);
      const code = shown ?? (await typedCode(request, known, now));
      const { kind, gate, step } = code;
      const by = shown ? ('token' as const) : ('digits' as const);
      const how = { scanId: request.scanId, by, gate, step };
      const evidence = evidenceOf(how, request, shift);
      const record = await check(known, { scan: { kind, gate, step, at: now }, evidence, now });
      return receiptOf(record, shift, now);
    });
  },
);

/**
 * The code that typed digits stand for. A wrong one is counted before it is refused; five are enough for a shift. A
 * right one is good only while the count is what was read, so that guesses sent at once are no more than five either.
 */
async function typedCode({ digits = '' }: Scanned, known: Known, now: number) {
  const { shift, volunteerId, calendar = emptyCalendar } = known;
  const { shiftId } = shift;
  const notOpen = judgeTyping(shift, now);
  if (notOpen) return refuse(notOpen);
  if (triesAreSpent(calendar, shiftId, now)) return refuse('digits_exhausted');
  const gates = Object.keys(shift.gates).map(Number);
  for (const kind of ['checkin', 'checkout'] as const) {
    const steps = stepsAround(now);
    const code = readDigits({ digits, kind, subject: shiftId, steps, gates });
    if (!code) continue;
    await commit([unchanged(calendarAt(volunteerId), known.calendar)]);
    return { ...code, kind };
  }
  const counted = countTry(calendar, shift, now);
  await commit([save(calendarAt(volunteerId), known.calendar, counted)]);
  return refuse('digits_wrong');
}
