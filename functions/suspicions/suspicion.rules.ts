import type { RefusalCode } from '#shared/refusals';
import type { Severity, SuspicionRule, SuspicionVerdict } from '#shared/suspicions.words';
import { severities } from '#shared/suspicions.words';
import type { Fact } from './fact.rules';
import type { Subject, Suspicion } from './signal.rules';
import { rowsOf, staffOf } from './signal.rules';

/**
 * What was found about a subject in a month: one finding, which grows while nobody has judged it. `path`: the
 * organisations from the root to the lowest one that all of it belongs to; who may see it stands at or above its end.
 */
export type Finding = {
  version: number;
  findingId: string;
  month: string;
  organisationId: string;
  path: string[];
  subject: Subject;
  severity: Severity;
  /** In hundredths. */
  score: number;
  /** The weightiest first. */
  rule: SuspicionRule;
  signals: { rule: SuspicionRule; says: string }[];
  /** The records behind it: `<volunteer>#<shift>`, those of the weightiest signal first; how many there are in all. */
  rows: string[];
  rowCount: number;
  /** Staff on whose word it rests: they neither see nor judge it. */
  staff: string[];
  foundAt: number;
  changedAt: number;
  judged?: { by: string; at: number; verdict: SuspicionVerdict; reason: string };
};

/** A finding names so many of its rows; more would not make anything clearer. */
const rowsMax = 400;
const staffMax = 50;

type Named = { findingId: string; month: string; at: number };

export function findingOf(suspicion: Suspicion, { findingId, month, at }: Named): Finding {
  const { subject, severity, score, signals } = suspicion;
  const rows = rowsOf(suspicion);
  const path = sharedPath(signals.flatMap(({ facts }) => facts));
  return {
    version: 1,
    ...{ findingId, month, path, subject, severity },
    organisationId: path.at(-1) ?? '',
    score: Math.round(score * 100),
    rule: signals[0]?.rule ?? 'impossible_day',
    signals: signals.map(({ rule, says }) => ({ rule, says })),
    rows: rows.slice(0, rowsMax),
    rowCount: rows.length,
    staff: staffOf(suspicion).slice(0, staffMax),
    ...{ foundAt: at, changedAt: at },
  };
}

/** The organisations that all the facts have in common, from the root down. */
export function sharedPath(facts: readonly Pick<Fact, 'path'>[]): string[] {
  const [first, ...rest] = facts.map(({ path }) => path);
  if (!first) return [];
  const differs = first.findIndex((one, index) => rest.some((path) => path[index] !== one));
  return differs === -1 ? first : first.slice(0, differs);
}

/** How a severity is ordered in a list: the gravest is 0. */
export const rankOf = (severity: Severity): number => Object.keys(severities).indexOf(severity);

/** What stands after another look; undefined when nothing is to be written. Whoever has judged is not overtaken. */
export function grown(known: Finding | undefined, found: Finding): Finding | undefined {
  if (!known) return found;
  const same = known.score >= found.score && known.rowCount >= found.rowCount;
  if (known.judged || same) return undefined;
  return { ...found, version: known.version, foundAt: known.foundAt };
}

/** Whether somebody is named in it, as its subject, by a row of their own, or by their word. */
export const isNamed = ({ subject, staff, rows }: Finding, volunteerId: string): boolean =>
  subject.id === volunteerId ||
  staff.includes(volunteerId) ||
  rows.some((row) => row.startsWith(`${volunteerId}#`));

type Judging = { by: string; verdict: SuspicionVerdict; reason: string };
type Verdict = { status: 'exists' | 'open' } | { status: 'refused'; code: RefusalCode };

/** Whether somebody may say what it comes to: once, and nobody about themself. The same word again is the same. */
export function judgeVerdict(finding: Finding, { by, verdict, reason }: Judging): Verdict {
  if (isNamed(finding, by)) return { status: 'refused', code: 'not_found' };
  const { judged } = finding;
  if (!judged) return { status: 'open' };
  const same = judged.by === by && judged.verdict === verdict && judged.reason === reason;
  return same ? { status: 'exists' } : { status: 'refused', code: 'already_decided' };
}
