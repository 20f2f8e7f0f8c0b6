import type { MemberImport as Shown } from '#shared/imports';
import type { ImportOutcome } from '#shared/vocabulary';
import { importOutcomes } from '#shared/vocabulary';
import type { MemberImport } from './import.rules';

/** The import as an admin of the organisation sees it: numbers, no names. */
export function shownImport(job: MemberImport, volunteerId: string): Shown {
  const { importId, state, startedAt, rows, counts, importerId, expiresAt } = job;
  const told = (Object.keys(importOutcomes) as ImportOutcome[]).flatMap((outcome) => {
    const count = counts[outcome];
    return count ? [{ outcome, rows: count }] : [];
  });
  return {
    ...{ importId, state, startedAt, rows },
    keptUntil: expiresAt * 1000,
    done: told.reduce((sum, one) => sum + one.rows, 0),
    counts: told,
    mine: importerId === volunteerId,
  };
}
