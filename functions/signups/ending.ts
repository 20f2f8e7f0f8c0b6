import { shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { now } from '../platform/clock';
import type { Write } from '../platform/table';
import { commit, read, replace } from '../platform/table';
import type { Calendar } from '../records/calendar.rules';
import { release } from '../records/calendar.rules';
import { calendarAt } from '../records/calendar.table';
import type { Ending, ServiceRecord } from '../records/record.rules';
import { afterEvent, holdsPlace } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { takeOne } from './place';
import { answerUntil } from './signup.rules';
import { gone, questioned, signedUp } from './standing';
import { tellOf, whenWord } from './telling';

/**
 * Ends somebody's sign-up, question or wait because the shift was called off or moved: their time is free and they
 * are told. Whoever held a place of a moved shift is asked whether they come at its new time, as far as it has places.
 */
export async function endSignup(volunteerId: string, shift: Shift): Promise<void> {
  const { shiftId, movedTo } = shift;
  const [record, calendar, next, known] = await read(
    recordAt(volunteerId, shiftId),
    calendarAt(volunteerId),
    movedTo === undefined ? undefined : shiftAt(movedTo),
    movedTo === undefined ? undefined : recordAt(volunteerId, movedTo),
  );
  if (!record || !afterEvent(record.state, 'end')) return;
  const leaving: Leaving = { record, calendar };
  if (!next) return end(leaving, { ended: 'cancelled', text: cancelledText(shift) });
  const asksAgain = holdsPlace(record.state) && afterEvent(known?.state, 'ask') !== undefined;
  if (asksAgain && (await askAgain(leaving, next, known))) return;
  const full = `改到 ${whenWord(next.startsAt)}，想参加请重新报名`;
  return end(leaving, { ended: 'moved', text: (name) => `${name}${full}。` });
}

type Leaving = { record: ServiceRecord; calendar: Calendar | undefined };
type Reason = { ended: Ending; text: (shift: string) => string };

const cancelledText =
  ({ cancelReason }: Shift) =>
  (name: string) =>
    `${name}已取消${cancelReason ? `（${cancelReason}）` : ''}，不用到场了。`;

async function end(leaving: Leaving, { ended, text }: Reason): Promise<void> {
  const kind = ended === 'moved' ? 'shift_moved' : 'activity_cancelled';
  const told = tellOf(leaving.record, { kind, now: now(), text });
  await commit([...freed(leaving, ended), told]);
}

/** The old record ends and the new one begins in one transaction. False when the new time has no place. */
async function askAgain(
  leaving: Leaving,
  next: Shift,
  known: ServiceRecord | undefined,
): Promise<boolean> {
  const { record } = leaving;
  const { volunteerId, maskedName, terms } = record;
  const until = answerUntil(next, now());
  const begun = {
    ...signedUp({ volunteerId, name: '' }, next, known),
    ...{ maskedName, ...(terms !== undefined && { terms }) },
  };
  const asked = questioned(begun, { by: 'moved', name: next.organisationName, until });
  const told = tellOf(
    { ...record, shiftId: next.shiftId },
    {
      ...{ kind: 'shift_moved', now: now() },
      text: (name) =>
        `${name}改到 ${whenWord(next.startsAt)}。已为您留着名额，请在 ${whenWord(until)} 前确认还来不来。`,
    },
  );
  const more = [...freed(leaving, 'moved'), told];
  return (await takeOne(asked, { shift: next, known: { record: known }, more })) !== undefined;
}

function freed({ record, calendar }: Leaving, ended: Ending): Write[] {
  const { volunteerId, shiftId } = record;
  return [
    replace(recordAt(volunteerId, shiftId), gone(record, ended)),
    ...(calendar ? [replace(calendarAt(volunteerId), release(calendar, shiftId))] : []),
  ];
}
