import type { Signal } from '../../../functions/suspicions/signal.rules';
import { rowsOf, staffOf, suspicionsOf } from '../../../functions/suspicions/signal.rules';
import { fact } from '../../support/facts';

const signal = (rule: Signal['rule'], weight: number, id = 'x'): Signal => ({
  ...{ rule, weight, subject: { kind: 'staff', id }, says: rule, staff: [id] },
  facts: [fact('li', rule)],
});

test('nothing, and not enough → nobody is suspected', () => {
  expect(suspicionsOf([])).toEqual([]);
  expect(suspicionsOf([signal('on_one_word', 0.5), signal('closed_circle', 0.4)])).toEqual([]);
});

test('weak signals of one subject add up; of two subjects they do not', () => {
  const [one, two] = [signal('on_one_word', 0.5), signal('closed_circle', 0.5)];
  expect(suspicionsOf([one, two])).toMatchObject([{ score: 1, severity: 'notice' }]);
  expect(suspicionsOf([one, signal('closed_circle', 0.5, 'y')])).toEqual([]);
});

test('a rule counts once for a subject, by its heaviest signal', () => {
  expect(suspicionsOf([signal('on_one_word', 0.5), signal('on_one_word', 0.3)])).toEqual([]);
});

test.each([
  [1, 'notice'],
  [1.49, 'notice'],
  [1.5, 'serious'],
  [1.99, 'serious'],
  [2, 'grave'],
])('weight %d → %s', (weight, severity) => {
  expect(suspicionsOf([signal('shared_device', weight)])[0]?.severity).toBe(severity);
});

test('the gravest first, in it the weightiest signal; rows and staff once each', () => {
  const found = suspicionsOf([
    ...[signal('on_one_word', 0.5), signal('nobody_present', 0.7)],
    signal('shared_device', 2, 'y'),
  ]);
  expect(found.map(({ subject }) => subject.id)).toEqual(['y', 'x']);
  const second = found[1];
  if (!second) throw new Error('the second is missing');
  expect(second.signals.map(({ rule }) => rule)).toEqual(['nobody_present', 'on_one_word']);
  expect(rowsOf(second)).toEqual(['li#nobody_present', 'li#on_one_word']);
  expect(staffOf(second)).toEqual(['x']);
});
