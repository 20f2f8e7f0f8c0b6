import type { Evidence, ServiceRecord } from './record.rules';

/** How an end was witnessed, without where the person was. The grade that was given on it stays. */
export function withoutPlace(evidence: Evidence): Evidence {
  const { metersAway: _away, accuracyMeters: _accuracy, ...rest } = evidence;
  return rest;
}

const hasPlace = (evidence: Evidence | undefined): boolean =>
  evidence?.metersAway !== undefined || evidence?.accuracyMeters !== undefined;

/** The record without the places of its scans; undefined when it has none. */
export function placeErased(record: ServiceRecord): ServiceRecord | undefined {
  const { inEvidence, outEvidence } = record;
  if (!hasPlace(inEvidence) && !hasPlace(outEvidence)) return undefined;
  return {
    ...record,
    ...(inEvidence && { inEvidence: withoutPlace(inEvidence) }),
    ...(outEvidence && { outEvidence: withoutPlace(outEvidence) }),
  };
}

/** What stands in place of a name once its person is gone. */
export const goneName = '已注销';

/**
 * The record of somebody who was deleted: what was done and what it counted, for the numbers that stand on it; nothing of
 * who it was or how it was witnessed. Without the salt nobody can find the evidence from its hash in the ledger.
 */
export function personErased(record: ServiceRecord): ServiceRecord {
  const {
    inEvidence: _in,
    outEvidence: _out,
    question: _question,
    absence: _absence,
    ...kept
  } = record;
  const { typing } = kept;
  return {
    ...kept,
    ...(typing && { typing: { ...typing, note: goneName } }),
    ...{ maskedName: goneName, salt: '' },
  };
}
