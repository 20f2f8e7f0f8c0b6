import { doubtsAt, shownEvidence } from '../../../functions/records/evidence.rules';
import type { Evidence } from '../../../functions/records/record.rules';

const scene = { radiusMeters: 300, gates: { 0: {}, 1: { revokedAt: 5 } } };
const end = (more: Partial<Evidence> = {}): Evidence => ({
  ...{ scanId: 's', by: 'token', gate: 0, step: 9 },
  ...more,
});

test('both ends in words of the contract: no id of anybody, no mark of a phone, no gate', () => {
  const record = {
    inAt: 1,
    inEvidence: end({ countersignedBy: 'somebody', device: 'mark', metersAway: 12 }),
    outAt: 2,
    outEvidence: end({ late: true, arrivedAt: 3, accuracyMeters: 30, metersAway: 20 }),
  };
  expect(shownEvidence(record, scene)).toEqual({
    in: { at: 1, by: 'token', vouched: true, late: false, metersAway: 12 },
    out: { at: 2, by: 'token', vouched: false, late: true, metersAway: 20, accuracyMeters: 30 },
    doubts: ['late_upload'],
  });
});

test.each([
  ['nothing', {}, []],
  ['only the way out', { outAt: 2, outEvidence: end() }, ['out']],
  ['a time without evidence, as after an erasure', { inAt: 1, outAt: 2 }, []],
] as const)('%s → shows what there is', (_name, record, ends) => {
  const { doubts: _, ...shown } = shownEvidence(record, scene);
  expect(Object.keys(shown)).toEqual(ends);
});

test.each([
  ['a code of a gate that was stopped', 'token', ['revoked_gate']],
  ['a card of that number', 'card', []],
  ['a living code', 'countersign', []],
] as const)('%s → %s', (_name, by, doubts) => {
  const record = { inAt: 1, inEvidence: end({ by, gate: 1 }), outAt: 2, outEvidence: end() };
  expect(doubtsAt(record, scene)).toEqual(doubts);
});
