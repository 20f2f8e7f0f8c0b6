import type { ShownEnd } from '#shared/hours';
import type { Doubt } from '#shared/hours.words';
import { doubtsOf, isCountersigned } from './grade.rules';
import type { Evidence, ServiceRecord } from './record.rules';

/** What a shift tells of the doubts of its records. */
export type Scene = { radiusMeters: number; gates: Record<string, { revokedAt?: number }> };
type Witnessed = Pick<
  ServiceRecord,
  'inAt' | 'inEvidence' | 'outAt' | 'outEvidence' | 'recheck' | 'typing'
>;

/** How both ends of a service were witnessed, to the person themself: nobody's id, and no mark of any phone. */
export const shownEvidence = (
  record: Witnessed,
  scene: Scene,
): { in?: ShownEnd; out?: ShownEnd; doubts: Doubt[] } => ({
  ...endOf('in', record.inAt, record.inEvidence),
  ...endOf('out', record.outAt, record.outEvidence),
  doubts: doubtsAt(record, scene),
});

/** The doubts that a record and its shift show by themselves; a phone that others used as well is not seen in them. */
export const doubtsAt = (record: Witnessed, { radiusMeters, gates }: Scene): Doubt[] =>
  doubtsOf(record, { radiusMeters, revokedGates: revokedOf(gates) });

const revokedOf = (gates: Scene['gates']): number[] =>
  Object.entries(gates).flatMap(([gate, { revokedAt }]) =>
    revokedAt === undefined ? [] : [Number(gate)],
  );

function endOf<E extends 'in' | 'out'>(
  end: E,
  at: number | undefined,
  evidence: Evidence | undefined,
): { [K in E]?: ShownEnd } {
  if (at === undefined || !evidence) return {};
  const { by, late = false, metersAway, accuracyMeters } = evidence;
  const shown: ShownEnd = {
    ...{ at, by, late },
    vouched: isCountersigned(evidence),
    ...(metersAway !== undefined && { metersAway }),
    ...(accuracyMeters !== undefined && { accuracyMeters }),
  };
  return { [end]: shown } as { [K in E]?: ShownEnd };
}
