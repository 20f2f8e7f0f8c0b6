import type { ShownEnd } from '#shared/evidence';
import type { PendingRow } from '#shared/settlements';
import type { Shift } from '../activities/shift.rules';
import { doubtsOf, gradeOf } from '../records/grade.rules';
import type { Evidence, ServiceRecord } from '../records/record.rules';

/** What stands behind a record, as those see it who have to vouch for it or to decide on it. */
export type Around = {
  shift: Pick<Shift, 'radiusMeters' | 'gates'>;
  /** The marks of phones that scanned for several people at the shift. */
  shared?: ReadonlySet<string>;
};

const endsOf = ({ inEvidence, outEvidence }: ServiceRecord): Evidence[] =>
  [inEvidence, outEvidence].flatMap((end) => end ?? []);

/** The phones that stand behind the records of more than one person. */
export function sharedDevicesOf(records: readonly ServiceRecord[]): Set<string> {
  const owners = new Map<string, string>();
  const shared = new Set<string>();
  for (const record of records) {
    for (const { device } of endsOf(record)) {
      if (device === undefined) continue;
      const known = owners.get(device) ?? record.volunteerId;
      if (known !== record.volunteerId) shared.add(device);
      owners.set(device, known);
    }
  }
  return shared;
}

const revokedGates = ({ gates }: Pick<Shift, 'gates'>): number[] =>
  Object.entries(gates).flatMap(([gate, { revokedAt }]) => (revokedAt ? [Number(gate)] : []));

export const shownEnd = (
  at: number | undefined,
  evidence: Evidence | undefined,
): ShownEnd | undefined =>
  at === undefined || evidence === undefined
    ? undefined
    : { at, by: evidence.by, late: evidence.late === true };

type Shown = Pick<PendingRow, 'state' | 'in' | 'out' | 'grade' | 'doubts'>;

export function evidenceOf(record: ServiceRecord, { shift, shared }: Around): Shown {
  const { state, inAt, inEvidence, outAt, outEvidence, grade } = record;
  const sharedDevice = endsOf(record).some(({ device }) => device && shared?.has(device));
  const { radiusMeters } = shift;
  return {
    state,
    in: shownEnd(inAt, inEvidence),
    out: shownEnd(outAt, outEvidence),
    grade: grade ?? gradeOf(record, radiusMeters),
    doubts: doubtsOf(record, { radiusMeters, sharedDevice, revokedGates: revokedGates(shift) }),
  };
}
