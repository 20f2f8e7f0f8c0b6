import type { SuspicionShown } from '#shared/suspicions';
import { shiftAt } from '../activities/activity.table';
import { organisationAt } from '../organisations/organisation.table';
import { read } from '../platform/table';
import { namesOf } from './chain';
import type { Finding } from './suspicion.rules';

/** Findings as an auditor sees them; at most 50. */
export async function shownFindings(findings: Finding[], now: number): Promise<SuspicionShown[]> {
  const organisations = [...new Set(findings.map(({ organisationId }) => organisationId))];
  const shifts = findings.flatMap(({ subject }) => (subject.kind === 'shift' ? [subject.id] : []));
  const people = findings.flatMap(({ subject, judged }) => [
    ...(subject.kind === 'shift' ? [] : [subject.id]),
    ...(judged ? [judged.by] : []),
  ]);
  const names = await namesOf(people, now);
  const found = await read(...organisations.map(organisationAt));
  const places = await read(...[...new Set(shifts)].map(shiftAt));
  const organisationName = (id: string): string =>
    found.find((it) => it?.organisationId === id)?.name ?? '';
  const shiftName = (id: string): string => places.find((it) => it?.shiftId === id)?.title ?? '';
  return findings.map(({ subject, judged, ...it }) => ({
    ...{ findingId: it.findingId, month: it.month, severity: it.severity },
    organisationName: organisationName(it.organisationId),
    subject: {
      kind: subject.kind,
      name: subject.kind === 'shift' ? shiftName(subject.id) : names(subject.id),
    },
    ...{ signals: it.signals, rows: it.rowCount, foundAt: it.foundAt },
    ...(judged && {
      judged: {
        ...{ verdict: judged.verdict, reason: judged.reason, at: judged.at },
        byName: names(judged.by),
      },
    }),
  }));
}
