import * as z from 'zod';
import type { Doubt, EntryGrade } from './hours.words';
import { doubts, entryGrades } from './hours.words';
import type { EndWord } from './settlements.words';
import { endWords } from './settlements.words';
import * as value from './values';
import type { RecordState } from './vocabulary';
import { recordStates } from './vocabulary';

/** What of a record is shown to those who vouch for it, decide on it or read the public notice. */
export const keysOf = <K extends string>(words: Record<K, string>) =>
  z.enum(Object.keys(words) as K[]);

export const recordState = keysOf<RecordState>(recordStates);
export const grade = keysOf<EntryGrade>(entryGrades);

export const shownEnd = z.object({
  at: value.instant,
  by: keysOf<EndWord>(endWords),
  late: z.boolean(),
});
export type ShownEnd = z.infer<typeof shownEnd>;

/** What stands behind a record, for whoever has to vouch for it or to decide on it. */
export const evidence = {
  state: recordState,
  in: shownEnd.optional(),
  out: shownEnd.optional(),
  /** What it is, or would be confirmed as now. */
  grade: grade.optional(),
  doubts: z.array(keysOf<Doubt>(doubts)),
};

/** Names a row on its list; it says nothing of the person. */
export const rowId = z.string().regex(/^[0-9a-f]{32}$/);

/** When somebody came and left, as far as it is said. */
export const times = { arrivedAt: value.instant.optional(), leftAt: value.instant.optional() };
