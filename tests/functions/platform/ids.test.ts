import fc from 'fast-check';
import { dayMs, startOfDay } from '#shared/time';
import * as value from '#shared/values';
import { idFor, randomId, shiftIdFor, startOfShiftDay } from '../../../functions/platform/ids';

test('random ids are 48 bits in the form of the contract, and do not repeat', () => {
  const made = Array.from({ length: 10_000 }, randomId);
  expect(made.every((id) => value.id.safeParse(id).success)).toBe(true);
  expect(new Set(made).size).toBe(made.length);
});

test('the same cause → the same id; another cause, order or cut → another', () => {
  const id = idFor('activity', 'a', 'b');
  expect(value.id.safeParse(id).success).toBe(true);
  expect(idFor('activity', 'a', 'b')).toBe(id);
  for (const other of [
    ['activity', 'b', 'a'],
    ['activity', 'ab'],
    ['activity', 'a'],
    ['shift', 'a', 'b'],
  ]) {
    expect(idFor(...other)).not.toBe(id);
  }
});

test('any day until 2048, any cause → an id of the contract that names its day', () => {
  const first = startOfDay('20260101');
  fc.assert(
    fc.property(fc.nat(8_191), fc.string(), fc.nat(7), (days, activity, index) => {
      const day = first + days * dayMs;
      const id = shiftIdFor(day, 'shift', activity, String(index));
      expect(value.id.safeParse(id).success).toBe(true);
      expect(startOfShiftDay(id)).toBe(day);
    }),
  );
});

test('shifts of one activity on one day do not share an id', () => {
  const day = startOfDay('20261124');
  const ids = Array.from({ length: 8 }, (_, index) => shiftIdFor(day, 'shift', 'a', String(index)));
  expect(new Set(ids).size).toBe(8);
});

test('ids sort by their day', () => {
  const at = (day: string) => shiftIdFor(startOfDay(day), 'shift', 'a', '0');
  const days = ['20260101', '20261124', '20261125', '20280229', '20480101'];
  expect(days.map(at).sort()).toEqual(days.map(at));
});
