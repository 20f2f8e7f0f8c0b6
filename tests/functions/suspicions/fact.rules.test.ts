import type { Evidence, ServiceRecord } from '../../../functions/records/record.rules';
import type { FactShift } from '../../../functions/suspicions/fact.rules';
import {
  factOf,
  groupsOf,
  isCompared,
  isLate,
  isOwnScan,
  isScanned,
  keyOfFact,
  peopleOf,
  placeOf,
  wasScanned,
} from '../../../functions/suspicions/fact.rules';
import { at, fact, typed } from '../../support/facts';

const shift: FactShift = {
  ...{ organisationId: 'team', path: ['root', 'team'], district: '370202' },
  ...{ latitude: 36.06, longitude: 120.38, radiusMeters: 300 },
  gates: { 0: { memberId: 'organiser' } },
};
const scanned: Evidence = { scanId: 'a', by: 'token', gate: 0, step: 1 };
const record = {
  ...{ version: 3, volunteerId: 'li', shiftId: 'shift', state: 'credited', grade: 'C' },
  ...{ startsAt: at(0, 9), endsAt: at(0, 11), inAt: at(0, 9), outAt: at(0, 11) },
  ...{ rawMinutes: 120, inEvidence: scanned, outEvidence: scanned },
} as ServiceRecord;
const ofEnd = (evidence: Partial<Evidence>) =>
  factOf({ ...record, inEvidence: { ...scanned, ...evidence } }, shift, {})?.in;

describe('a record', () => {
  test.each([
    ['credited', true],
    ['typed', true],
    ['checked_in', false],
    ['late', false],
    ['declined', false],
  ] as const)('%s → compared: %s', (state, expected) => {
    expect(isCompared(state)).toBe(expected);
    expect(factOf({ ...record, state }, shift, {}) !== undefined).toBe(expected);
  });
  test('without one of its times → nothing to compare', () => {
    const { outAt: _, ...open } = record;
    expect(factOf(open, shift, {})).toBeUndefined();
  });
  test('where, when and on whose word, and nobody’s name', () => {
    expect(factOf(record, shift, { registeredAt: 5 })).toMatchObject({
      ...{ volunteerId: 'li', shiftId: 'shift', organisationId: 'team', day: '20261110' },
      ...{ minutes: 120, grade: 'C', registeredAt: 5 },
    });
  });
  test('extended on the spot → to the later end', () => {
    expect(factOf({ ...record, extendedTo: at(0, 12) }, shift, {})?.endsAt).toBe(at(0, 12));
  });
});

describe('an end', () => {
  test('the witness is whoever scanned, else whose screen it was; a card names nobody’s screen', () => {
    expect(ofEnd({})?.witness).toBe('organiser');
    expect(ofEnd({ by: 'countersign', countersignedBy: 'keeper' })?.witness).toBe('keeper');
    expect(ofEnd({ by: 'card', countersignedBy: 'keeper' })?.witness).toBe('keeper');
    expect(ofEnd({ by: 'card' })?.witness).toBeUndefined();
  });
  test('a picture, far away, late, on a phone → each is kept; a position is not', () => {
    const end = ofEnd({ entryScene: 1048, metersAway: 900, accuracyMeters: 20, device: 'd' });
    expect(end).toEqual({
      ...{ at: at(0, 9), by: 'token', witness: 'organiser' },
      ...{ device: 'd', picture: true, far: true },
    });
    expect(ofEnd({ metersAway: 20, accuracyMeters: 10 })?.far).toBe(false);
    expect(ofEnd({ late: true, arrivedAt: 9 })?.lateAt).toBe(9);
  });
  test('without evidence → a time that was said', () => {
    const { inEvidence: _, ...told } = record;
    expect(factOf(told, shift, {})?.in).toEqual({ at: at(0, 9), by: 'confirmed' });
  });
});

describe('who agreed', () => {
  const typing = {
    ...{ by: 'typist', at: 1, typedId: 't', reason: 'no_phone' as const, note: '' },
    approvedBy: 'approver',
  };

  test('typed and approved → when it was written into the ledger', () => {
    const found = factOf({ ...record, typing }, shift, { enteredAt: 7 });
    expect(found).toMatchObject({ typing: { by: 'typist' }, decision: { by: 'approver', at: 7 } });
  });
  test('confirmed person by person → that; declined → nothing', () => {
    const decision = { by: 'x', at: 3, verdict: 'confirm' as const, reason: '' };
    expect(factOf({ ...record, decision }, shift, {})?.decision).toEqual({ by: 'x', at: 3 });
    const no = { ...decision, verdict: 'decline' as const };
    expect(factOf({ ...record, decision: no }, shift, {})?.decision).toBeUndefined();
  });
});

test('what counts as scanned, on whose phone, and late', () => {
  const end = (by: Evidence['by']) => ({ at: 1, by });
  expect((['token', 'digits', 'claim', 'card'] as const).map((by) => isScanned(end(by)))).toEqual([
    ...[true, true, true, true],
  ]);
  expect([isScanned(end('joint')), isScanned(end('confirmed')), isScanned(undefined)]).toEqual([
    ...[false, false, false],
  ]);
  expect([isOwnScan(end('token')), isOwnScan(end('countersign'))]).toEqual([true, false]);
  expect([isLate({ at: 1, by: 'token', lateAt: 2 }), isLate(end('token'))]).toEqual([true, false]);
  expect([wasScanned(fact('li', 's')), wasScanned(typed('li', 's'))]).toEqual([true, false]);
});

test('grouped by name, people counted once, rows and places named', () => {
  const facts = [fact('li', 'a'), fact('li', 'b'), fact('wang', 'a')];
  expect(groupsOf(facts, ({ shiftId }) => shiftId).get('a')).toHaveLength(2);
  expect(groupsOf(facts, () => undefined).size).toBe(0);
  expect(peopleOf(facts).size).toBe(2);
  expect(keyOfFact(fact('li', 'a'))).toBe('li#a');
  expect(placeOf(fact('li', 'a'))).toEqual({ latitude: 36.06, longitude: 120.38, datum: 'gcj02' });
});
