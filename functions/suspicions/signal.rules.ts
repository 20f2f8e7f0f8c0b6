import type { Severity, SuspicionRule, SuspicionSubject } from '#shared/suspicions.words';
import { hourMs, minuteMs } from '#shared/time';
import type { Fact } from './fact.rules';
import { groupsOf, keyOfFact } from './fact.rules';

/**
 * One observation about one subject. Its weight says how far it speaks alone: from 1 on it is worth an auditor's look by
 * itself; below, only together with others. The rules say what fraud means, not what some city's numbers were.
 */
export type Signal = {
  rule: SuspicionRule;
  subject: Subject;
  weight: number;
  /** What was seen, in a sentence without a name. */
  says: string;
  facts: readonly Fact[];
  /** Staff on whose word it rests: they neither see nor judge it. */
  staff: readonly string[];
};
export type Subject = { kind: SuspicionSubject; id: string };

/** What the rules are held against. Each number says its unit and why it stands there. */
export const limits = {
  /** Whoever serves longer in a day has not slept, eaten and gone home. */
  dayMinutes: 16 * 60,
  /** No day has more. */
  fullDayMinutes: 24 * 60,
  /** Typed times are rounded to five minutes. */
  overlapMs: 5 * minuteMs,
  /** Nobody goes faster from door to door through a city. */
  travelMetersPerMinute: 80_000 / 60,
  /** Nearer places are one neighbourhood, and often one event under two names. */
  travelFromMeters: 5_000,

  /** A family with grandparents shares a phone. */
  familyPeople: 4,
  devicePeople: 8,
  massDevicePeople: 15,
  /** Two scans at one screen in the same second happen; both ends of five people do not. */
  sameSecondPeople: 5,
  /** A code stands for 15 seconds, so what is late shares its time with whoever stood beside. */
  sameStepPeople: 8,
  sameMinutePeople: 12,
  picturePeople: 5,
  /** A broken camera is one in ten; digits for most of a shift were passed on. */
  digitPeople: 10,
  farPeople: 5,
  latePeople: 8,
  livePeople: 5,

  /** Whoever types then, types unseen: an office is empty and a shift that has just ended is near. */
  nightUntilHour: 5,
  nightRows: 10,
  nightRowsAlone: 20,
  afterShiftMs: 2 * hourMs,
  /** Nobody reads a row and its reason in less. */
  instantMs: 2 * minuteMs,
  instantRows: 10,
  /** So many rows of one typist are a practice, fewer an incident. */
  typedRows: 10,
  typedShifts: 3,
  typedPeople: 10,
  strangerShifts: 5,
  bulkPeople: 30,
  bulkShiftPeople: 8,
  newAccountPeople: 8,
  wordRows: 15,
  ringRows: 10,

  circleShifts: 6,
  circlePeople: 12,
  /** Fewer than five who come and go together are a family. */
  stepPeople: 5,
  stepShifts: 4,
  stepMs: 2 * minuteMs,
  aloneShifts: 6,
  alonePeople: 3,
} as const;

/** A subject with everything that speaks for looking at it, the weightiest first. */
export type Suspicion = {
  subject: Subject;
  score: number;
  severity: Severity;
  signals: Signal[];
};

const lookAt = 1;

function severityOf(score: number): Severity {
  if (score >= 2) return 'grave';
  return score >= 1.5 ? 'serious' : 'notice';
}

/** The subjects for whom enough speaks, the gravest first. A rule counts once for a subject, by its heaviest signal. */
export function suspicionsOf(signals: readonly Signal[]): Suspicion[] {
  const found = [...groupsOf(signals, ({ subject }) => `${subject.kind} ${subject.id}`).values()];
  return found
    .flatMap((group) => {
      const byRule = [...groupsOf(group, ({ rule }) => rule).values()];
      const heaviest = byRule.map((it) => it.reduce((a, b) => (b.weight > a.weight ? b : a)));
      const score = heaviest.reduce((sum, { weight }) => sum + weight, 0);
      const [first] = heaviest;
      if (!first || score < lookAt) return [];
      const ordered = heaviest.sort((a, b) => b.weight - a.weight);
      return [{ subject: first.subject, score, severity: severityOf(score), signals: ordered }];
    })
    .sort((a, b) => b.score - a.score);
}

/** The rows an auditor opens: those of every signal, each once, the weightiest signal's first. */
export const rowsOf = ({ signals }: Suspicion): string[] => [
  ...new Set(signals.flatMap(({ facts }) => facts.map(keyOfFact))),
];

export const staffOf = ({ signals }: Suspicion): string[] => [
  ...new Set(signals.flatMap(({ staff }) => staff)),
];
