import * as z from 'zod';
import type { TypingReason } from './hours.words';
import { typingReasons } from './hours.words';
import type { ImportOutcome, ImportState } from './imports.words';
import { importOutcomes, importStates } from './imports.words';
import * as value from './values';

/** A list of people brought into an organisation: a file becomes a job, and every row gets its answer. */

const state = z.enum(Object.keys(importStates) as ImportState[]);
const outcome = z.enum(Object.keys(importOutcomes) as ImportOutcome[]);

/** How far a list has come. A list that is known is the same import, however often it is sent. */
const memberImport = z.object({
  importId: value.id,
  state,
  startedAt: value.instant,
  /** From here on nothing of the list is left. */
  keptUntil: value.instant,
  rows: z.int().min(0),
  /** How many rows have their answer. */
  done: z.int().min(0),
  counts: z.array(z.object({ outcome, rows: z.int().min(1) })),
  /** Whether the caller brought it: only then its rows can be seen. */
  mine: z.boolean(),
  /** A sign-in sheet of a shift; `dry`: it was only looked through. */
  paper: z.object({ shiftId: value.id, dry: z.boolean() }).optional(),
});
export type MemberImport = z.infer<typeof memberImport>;

/** A row as it stands in the sheet (the heading is row 1), masked. */
const importRow = z.object({
  row: z.int().min(1),
  maskedName: z.string(),
  maskedPhone: z.string(),
  outcome,
});
export type ImportRow = z.infer<typeof importRow>;

const one = { organisationId: value.id, importId: value.id };

export const importRoutes = {
  /**
   * A sign-in sheet of paper becomes typed hours, row by row, by the same rules; `dry` only says what would become of
   * each row. The same file for the same shift is the same import.
   */
  'POST /shifts/{shiftId}/paper-list': {
    request: z.strictObject({
      shiftId: value.id,
      fileId: value.id,
      reason: z.enum(Object.keys(typingReasons) as TypingReason[]),
      note: value.line(200).min(10),
      dry: z.boolean(),
    }),
    response: memberImport,
  },
  'POST /organisations/{organisationId}/imports': {
    request: z.strictObject({ organisationId: value.id, fileId: value.id }),
    response: memberImport,
  },
  'GET /organisations/{organisationId}/imports': {
    request: z.strictObject({ organisationId: value.id, ...value.pageQuery }),
    response: z.object({ imports: z.array(memberImport), cursor: value.cursor.optional() }),
  },
  'GET /organisations/{organisationId}/imports/{importId}': {
    request: z.strictObject(one),
    response: memberImport,
  },
  'GET /organisations/{organisationId}/imports/{importId}/rows': {
    request: z.strictObject({ ...one, outcome: outcome.optional(), ...value.pageQuery }),
    response: z.object({ rows: z.array(importRow), cursor: value.cursor.optional() }),
  },
  'POST /organisations/{organisationId}/imports/{importId}/report': {
    request: z.strictObject(one),
    response: z.object({
      url: z.string().max(4_096),
      fileName: z.string(),
      expiresAt: value.instant,
    }),
  },
} as const;
