import type { TypingReason } from '#shared/hours.words';
import type { ImportOutcome } from '#shared/imports.words';
import type { RefusalCode } from '#shared/refusals';
import { dayMs, dayOf, minuteMs, startOfDay } from '#shared/time';

/** A sign-in sheet of paper for one shift: each row becomes typed hours, or (`dry`) it is said whether it would. */
export type Paper = {
  shiftId: string;
  reason: TypingReason;
  note: string;
  dry: boolean;
  /** What the rows so far would take of the month. */
  dryMinutes: number;
};

/** The minute of a day in a cell: 8:30, 08：30, or the fraction of a day that a spreadsheet holds. */
export function minuteIn(cell: string): number | undefined {
  const text = cell.normalize('NFKC').trim();
  if (/^0?\.\d+$/.test(text)) return Math.round(Number(text) * (dayMs / minuteMs));
  const [, hours, minutes] = /(?<!\d)(\d{1,2}):(\d{2})(?!\d)/.exec(text) ?? [];
  const [hour, minute] = [Number(hours), Number(minutes)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

/** The moment that a time of day means within a shift: the next day when it lies before the start. */
export function momentOf({ startsAt }: { startsAt: number }, minute: number): number {
  const at = startOfDay(dayOf(startsAt)) + minute * minuteMs;
  return at < startsAt - (startsAt % minuteMs) ? at + dayMs : at;
}

const outcomes: Partial<Record<RefusalCode, ImportOutcome>> = {
  not_to_oneself: 'own_row',
  typed_person_unfit: 'no_member',
  typed_state_unfit: 'has_record',
  typed_times_unfit: 'bad_time',
  typed_overlap: 'overlap',
  typed_cap_reached: 'cap_reached',
  typing_too_early: 'shift_closed',
  typing_closed: 'shift_closed',
};

/** What a refusal means for a row. */
export const outcomeOf = (code: RefusalCode): ImportOutcome => outcomes[code] ?? 'unfit_person';
