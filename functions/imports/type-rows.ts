import type { ImportOutcome } from '#shared/imports.words';
import { shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { idFor } from '../platform/ids';
import { read } from '../platform/table';
import { findPerson } from '../typed-hours/find-person';
import { typeHours } from '../typed-hours/type-hours';
import type { MemberImport } from './import.rules';
import type { ListedRow } from './list.rules';
import type { Paper } from './paper.rules';
import { minuteIn, momentOf, outcomeOf } from './paper.rules';

type PaperImport = MemberImport & { paper: Paper };
type Answered = { outcome: ImportOutcome; minutes: number };

/**
 * Types the hours of some rows, each for itself: whatever stops half way finds the rows it has typed and goes on. Gives
 * their answers, and what a dry run has used up so far.
 */
export async function typeRows(
  rows: ListedRow[],
  { paper, ...job }: PaperImport,
  now: number,
): Promise<{ outcomes: ImportOutcome[]; dryMinutes: number }> {
  const [shift] = await read(shiftAt(paper.shiftId));
  let { dryMinutes } = paper;
  const outcomes: ImportOutcome[] = [];
  for (const row of rows) {
    const answer = await typeRow(row, shift, { job: { ...job, paper }, dryMinutes, now });
    outcomes.push(answer.outcome);
    dryMinutes += answer.minutes;
  }
  return { outcomes, dryMinutes };
}

type Around = { job: PaperImport; dryMinutes: number; now: number };
const answered = (outcome: ImportOutcome, minutes = 0): Answered => ({ outcome, minutes });

async function typeRow(
  row: ListedRow,
  shift: Shift | undefined,
  { job: { importId, importerId, paper }, dryMinutes, now }: Around,
): Promise<Answered> {
  if (row.outcome !== 'pending') return answered(row.outcome);
  if (!shift) return answered('shift_closed');
  const [from, until] = [minuteIn(row.from ?? ''), minuteIn(row.until ?? '')];
  if (from === undefined || until === undefined) return answered('bad_time');
  const { reason, note, dry } = paper;
  const typing = {
    ...{ shift, volunteerId: await findPerson(row), by: importerId, reason, note, now },
    typedId: idFor('typed', 'paper', importId, String(row.row)),
    arrivedAt: momentOf(shift, from),
    leftAt: momentOf(shift, until),
  };
  const typed = await typeHours(typing, { dry, already: dryMinutes });
  if (typed.status === 'refused') return answered(outcomeOf(typed.code));
  return dry ? answered('can_type', typed.typed.minutes) : answered('typed');
}
