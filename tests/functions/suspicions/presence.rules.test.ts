import type { Fact, FactEnd } from '../../../functions/suspicions/fact.rules';
import { shiftSignals } from '../../../functions/suspicions/presence.rules';
import { at, crowdOf, fact, typed } from '../../support/facts';

/** People who come and go one after the other. */
const came = (count: number, change: (fact: Fact, i: number) => Fact = (it) => it): Fact[] =>
  crowdOf(count).map((person, i) =>
    change(shifted(fact(person, 'shift'), i * 20_000, i * 25_000), i),
  );
const shifted = (it: Fact, inMs: number, outMs: number): Fact =>
  withEnds(it, (end, which) => ({
    ...end,
    at: end.at + (which === 'in' ? inMs : outMs),
  }));
const withEnds = (it: Fact, change: (end: FactEnd, which: 'in' | 'out') => FactEnd): Fact => ({
  ...it,
  ...(it.in && { in: change(it.in, 'in') }),
  ...(it.out && { out: change(it.out, 'out') }),
});
const rules = (facts: Fact[]) => shiftSignals(facts).map(({ rule, weight }) => `${rule} ${weight}`);

test('nobody, and an ordinary shift → nothing', () => {
  expect(rules([])).toEqual([]);
  expect(rules(came(60))).toEqual([]);
});

describe('one phone', () => {
  const on = (device: string) => (it: Fact) => withEnds(it, (end) => ({ ...end, device }));

  test.each([
    [4, []],
    [5, ['shared_device 0.3']],
    [6, ['shared_device 0.6']],
    [8, ['shared_device 1']],
    [30, ['shared_device 2']],
  ])('%i people on it → %j', (count, expected) => {
    expect(rules(came(count, on('one phone')))).toEqual(expected);
  });
  test('three phones for five each, most of the shift → as one', () => {
    expect(rules(came(15, (it, i) => on(`phone ${i % 3}`)(it)))).toEqual(['shared_device 1']);
  });
  test('a class with cards, scanned by the organiser’s phone → nothing', () => {
    const card = (it: Fact) => withEnds(it, (end) => ({ ...end, by: 'card', device: 'organiser' }));
    expect(rules(came(40, card))).toEqual([]);
  });
});

describe('the same seconds', () => {
  const same = (it: Fact) => shifted(fact(it.volunteerId, 'shift'), 0, 0);
  const late = (it: Fact) => withEnds(it, (end) => ({ ...end, lateAt: at(0, 20) }));

  test('five people at both ends → looked at; a family of four → nothing', () => {
    expect(rules([...came(20), ...crowdOf(5, 'q').map((it) => same(fact(it, 'shift')))])).toEqual([
      'same_seconds 1',
    ]);
    expect(rules(crowdOf(4).map((it) => same(fact(it, 'shift'))))).toEqual([]);
  });
  test('typed for a class → not seconds that anybody scanned', () => {
    expect(rules(crowdOf(40).map((it) => typed(it, 'shift')))).toEqual([]);
  });
  test('late: seven on one code → nothing, eight → looked at', () => {
    const group = (count: number) => crowdOf(count).map((it) => late(same(fact(it, 'shift'))));
    expect(rules(group(7))).toEqual([]);
    expect(rules(group(8))).toEqual(['same_seconds 1']);
  });
});

test.each([
  [2, []],
  [3, ['forwarded_pictures 0.5']],
  [5, ['forwarded_pictures 1']],
])('%i people scanned a picture → %j', (count, expected) => {
  const facts = came(30, (it, i) =>
    i < count ? withEnds(it, (end) => ({ ...end, picture: true })) : it,
  );
  expect(rules(facts)).toEqual(expected);
});

describe('digits', () => {
  const digits = (it: Fact) => withEnds(it, (end) => ({ ...end, by: 'digits' }));

  test('most of a shift → looked at; a third, under a bright sun → nothing', () => {
    expect(rules(came(20, (it, i) => (i < 12 ? digits(it) : it)))).toEqual(['digits_in_bulk 0.7']);
    expect(rules(came(30, (it, i) => (i < 10 ? digits(it) : it)))).toEqual([]);
  });
});

describe('far away', () => {
  const far = (is: boolean) => (it: Fact) => withEnds(it, (end) => ({ ...end, far: is }));

  test('a third of those who told → looked at; one of them → nothing', () => {
    const facts = (count: number) => came(18, (it, i) => far(i < count)(it));
    expect(rules(facts(6))).toEqual(['far_from_place 0.7']);
    expect(rules(facts(1))).toEqual([]);
  });
  test('everybody → rather the place was entered wrong', () => {
    expect(rules(came(18, far(true)))).toEqual(['far_from_place 0.4']);
  });
});

describe('late', () => {
  const lateAt = (it: Fact, arrived: number) =>
    withEnds(it, (end) => ({ ...end, lateAt: arrived }));

  test('a mountain: everybody late, each when home → nothing', () => {
    expect(rules(came(40, (it, i) => lateAt(it, at(0, 13) + i * 200_000)))).toEqual([]);
  });
  test('half the masts: late and live came over the same while → not enough', () => {
    const facts = came(30, (it, i) => (i % 2 ? lateAt(it, at(0, 13) + i * 900_000) : it));
    expect(rules(facts)).toEqual(['late_beside_live 0.3']);
  });
  test('a dozen of one minute, uploaded together at night, beside people who uploaded at once → looked at', () => {
    const absent = crowdOf(14, 'q').map((person, i) =>
      lateAt(shifted(fact(person, 'shift'), i * 3_000, i * 3_000), at(0, 22) + i * 60_000),
    );
    expect(rules([...came(20), ...absent])).toEqual(['late_same_code 0.7', 'late_beside_live 1.1']);
  });
});

test('its rows, its subject and those who stood for it are named', () => {
  const facts = came(9, (it) => withEnds(it, (end) => ({ ...end, device: 'one' })));
  const [signal] = shiftSignals([...facts, typed('q', 'shift')]);
  expect(signal).toMatchObject({ subject: { kind: 'shift', id: 'shift' }, staff: ['organiser'] });
  expect(signal?.facts).toHaveLength(9);
  expect(signal?.says).toContain('9 人');
});
