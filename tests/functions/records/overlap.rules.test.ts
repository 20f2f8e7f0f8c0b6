import { hourMs } from '#shared/time';
import { recordStates } from '#shared/vocabulary';
import { overlapping } from '../../../functions/records/overlap.rules';
import type { ServiceRecord } from '../../../functions/records/record.rules';

const at = (hours: number): number => Date.UTC(2026, 10, 24) + hours * hourMs;
const record = (more: Partial<ServiceRecord> = {}): ServiceRecord =>
  ({
    ...{ shiftId: 'other', state: 'credited', startsAt: at(8), endsAt: at(12) },
    ...{ inAt: at(9), outAt: at(11), ...more },
  }) as ServiceRecord;
const clash = (one: ServiceRecord, from: number, until: number, shiftId = 'own'): boolean =>
  overlapping([one], { shiftId, from: at(from), until: at(until) }) !== undefined;

test('what was served elsewhere overlaps; touching ends do not', () => {
  expect(clash(record(), 10, 12)).toBe(true);
  expect(clash(record(), 8, 9)).toBe(false);
  expect(clash(record(), 11, 12)).toBe(false);
});

test('a record of the same shift is not another one', () => {
  expect(clash(record(), 10, 12, 'other')).toBe(false);
});

test('whoever has not left is there until the end, or until what it was extended to', () => {
  const { outAt: _, ...open } = record({ state: 'checked_in' });
  expect(clash(open, 11, 12)).toBe(true);
  expect(clash(open, 12, 13)).toBe(false);
  expect(clash({ ...open, extendedTo: at(13) }, 12, 13)).toBe(true);
});

test('whoever came too early or left too late occupies the time of the shift only', () => {
  const long = record({ inAt: at(7), outAt: at(14) });
  expect(clash(long, 7, 8)).toBe(false);
  expect(clash(long, 12, 14)).toBe(false);
});

test('only records that say somebody was there count', () => {
  const states = Object.keys(recordStates) as ServiceRecord['state'][];
  expect(states.filter((state) => clash(record({ state }), 9, 11))).toEqual([
    ...['checked_in', 'late', 'closed', 'typed', 'credited'],
  ]);
});
