import * as z from 'zod';
import type { Doubt, EntryGrade, TypingReason } from './hours.words';
import { doubts, entryGrades, typingReasons } from './hours.words';
import type {
  SampleResult,
  Severity,
  SuspicionRule,
  SuspicionSubject,
  SuspicionVerdict,
  WitnessWord,
} from './suspicions.words';
import {
  sampleResults,
  severities,
  suspicionRules,
  suspicionSubjects,
  suspicionVerdicts,
  witnessWords,
} from './suspicions.words';
import * as value from './values';
import type { RecordState } from './vocabulary';
import { recordStates } from './vocabulary';

/**
 * The auditor's desk: what the rules found and why, with the rows behind it, and a sample of hours that a seed names.
 * Whoever is named in a finding never sees it. A finding proves nothing: a person says what it comes to, and nothing
 * follows by itself. Names are masked; of people under 18 none is shown.
 */
const rule = z.enum(Object.keys(suspicionRules) as SuspicionRule[]);
const month = z.string().regex(/^20\d{2}(0[1-9]|1[0-2])$/);
const verdict = z.enum(Object.keys(suspicionVerdicts) as SuspicionVerdict[]);
const result = z.enum(Object.keys(sampleResults) as SampleResult[]);

const judged = z.object({
  verdict,
  reason: z.string(),
  byName: z.string(),
  at: value.instant,
});

const suspicionShown = z.object({
  findingId: value.id,
  organisationName: z.string(),
  month,
  subject: z.object({
    kind: z.enum(Object.keys(suspicionSubjects) as SuspicionSubject[]),
    /** A masked name; of a shift its title. */
    name: z.string(),
  }),
  severity: z.enum(Object.keys(severities) as Severity[]),
  /** What was seen, the weightiest first. */
  signals: z.array(z.object({ rule, says: z.string() })),
  rows: z.int().min(0),
  foundAt: value.instant,
  judged: judged.optional(),
});
export type SuspicionShown = z.infer<typeof suspicionShown>;

const end = z.object({
  at: value.instant,
  how: z.enum(Object.keys(witnessWords) as WitnessWord[]),
  byName: z.string().optional(),
  lateAt: value.instant.optional(),
});
const word = z.object({ byName: z.string(), at: value.instant, says: z.string() });

/** One service with everything that stands behind it. */
const evidenceRow = z.object({
  personName: z.string(),
  minor: z.boolean(),
  title: z.string(),
  placeName: z.string(),
  startsAt: value.instant,
  endsAt: value.instant,
  state: z.enum(Object.keys(recordStates) as RecordState[]),
  in: end.optional(),
  out: end.optional(),
  doubts: z.array(z.enum(Object.keys(doubts) as Doubt[])),
  typing: word.extend({ reason: z.enum(Object.keys(typingReasons) as TypingReason[]) }).optional(),
  decision: word.optional(),
  entry: z
    .object({
      sequence: z.int().min(1),
      grade: z.enum(Object.keys(entryGrades) as EntryGrade[]),
      rawMinutes: z.int(),
      creditedMinutes: z.int(),
      pack: z.string(),
      hash: z.string(),
      at: value.instant,
      /** Whether the entry is still what its hash says. */
      holds: z.boolean(),
    })
    .optional(),
});
export type EvidenceRow = z.infer<typeof evidenceRow>;

const checked = z.object({
  result,
  note: z.string(),
  byName: z.string(),
  at: value.instant,
});
const sampleRow = z.object({
  volunteerId: value.id,
  sequence: z.int().min(1),
  title: z.string(),
  at: value.instant,
  creditedMinutes: z.int(),
  grade: z.enum(Object.keys(entryGrades) as EntryGrade[]),
  checked: checked.optional(),
});
export type SampleRow = z.infer<typeof sampleRow>;

const organisationId = value.id;
const sampled = {
  organisationId,
  volunteerId: value.id,
  sequence: z.coerce.number().int().min(1).max(1_000_000),
};

export const suspicionRoutes = {
  /** What was found in an organisation and below in a month, the gravest first. */
  'GET /organisations/{organisationId}/suspicions': {
    request: z.strictObject({
      ...{ organisationId, month },
      rule: rule.optional(),
      ...value.pageQuery,
    }),
    response: z.object({
      suspicions: z.array(suspicionShown),
      cursor: value.cursor.optional(),
      now: value.instant,
    }),
  },
  /** One finding with the rows behind it, twenty at a time. */
  'GET /organisations/{organisationId}/suspicions/{findingId}': {
    request: z.strictObject({
      ...{ organisationId, findingId: value.id },
      from: z.coerce.number().int().min(0).max(1_000).default(0),
    }),
    response: z.object({
      suspicion: suspicionShown,
      rows: z.array(evidenceRow),
      /** Where the next rows begin. */
      next: z.int().optional(),
      now: value.instant,
    }),
  },
  'POST /organisations/{organisationId}/suspicions/{findingId}/verdict': {
    request: z.strictObject({
      ...{ organisationId, findingId: value.id, verdict },
      reason: value.paragraph(500),
    }),
    response: suspicionShown,
  },
  /**
   * One in a hundred of the hours written down in a month: which ones the seed says, the same for the same seed. A call
   * looks through so many rows and says how many; the next one goes on.
   */
  'GET /organisations/{organisationId}/sample': {
    request: z.strictObject({
      ...{ organisationId, month },
      seed: value.line(40),
      cursor: value.cursor.optional(),
    }),
    response: z.object({
      rows: z.array(sampleRow),
      looked: z.int().min(0),
      cursor: value.cursor.optional(),
      now: value.instant,
    }),
  },
  'GET /organisations/{organisationId}/sample/{volunteerId}/{sequence}': {
    request: z.strictObject(sampled),
    response: z.object({
      row: evidenceRow,
      checked: checked.optional(),
      now: value.instant,
    }),
  },
  'PUT /organisations/{organisationId}/sample/{volunteerId}/{sequence}': {
    request: z.strictObject({ ...sampled, result, note: value.paragraph(300) }),
    response: checked,
  },
} as const;
