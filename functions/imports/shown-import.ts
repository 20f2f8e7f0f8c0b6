import type { MemberImport as Shown } from '#shared/imports';
import type { ImportOutcome } from '#shared/imports.words';
import { importOutcomes } from '#shared/imports.words';
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
    ...(job.paper && { paper: { shiftId: job.paper.shiftId, dry: job.paper.dry } }),
  };
}
