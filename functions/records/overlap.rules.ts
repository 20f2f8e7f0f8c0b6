import { lastMomentOf } from '../activities/shift.rules';
import type { ServiceRecord } from './record.rules';

type Span = { from: number; until: number };

const occupying: readonly ServiceRecord['state'][] = [
  'checked_in',
  'late',
  'closed',
  'typed',
  'credited',
];

/** The time that a record says somebody served; undefined when it says nothing of the kind. */
function servedTime(record: ServiceRecord): Span | undefined {
  const { state, inAt, outAt, startsAt } = record;
  if (!occupying.includes(state)) return undefined;
  const end = lastMomentOf(record);
  const from = Math.max(inAt ?? startsAt, startsAt);
  return { from, until: Math.min(outAt ?? end, end) };
}

/** The record of another shift in whose time a service lies; touching ends do not overlap. */
export const overlapping = (
  records: readonly ServiceRecord[],
  { shiftId, from, until }: Span & { shiftId: string },
): ServiceRecord | undefined =>
  records.find((record) => {
    const served = record.shiftId === shiftId ? undefined : servedTime(record);
    return served !== undefined && served.from < until && from < served.until;
  });
