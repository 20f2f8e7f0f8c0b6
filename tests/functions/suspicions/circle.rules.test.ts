import { hourMs, minuteMs } from '#shared/time';
import { circleSignals } from '../../../functions/suspicions/circle.rules';
import type { Fact } from '../../../functions/suspicions/fact.rules';
import { at, crowdOf, fact } from '../../support/facts';

const rules = (facts: Fact[]) =>
  circleSignals(facts).map(({ rule, weight }) => `${rule} ${weight}`);

type Meeting = { people: string[]; day: number; apartMs: number };
/** Everybody of a shift, so far apart from one another when they come and when they go. */
const meeting = ({ people, day, apartMs }: Meeting): Fact[] =>
  people.map((person, i) => {
    const whole = fact(person, `day ${day}`, { from: at(day, 9) });
    const move = (end: Fact['in']) => end && { ...end, at: end.at + i * apartMs };
    return { ...whole, in: move(whole.in), out: move(whole.out) } as Fact;
  });
const meetings = (count: number, people: string[], apartMs: number): Fact[] =>
  Array.from({ length: count }, (_, i) => meeting({ people, day: i * 3, apartMs })).flat();

describe('the same people every time', () => {
  test('seven times, one after the other within a minute → closed and in step', () => {
    expect(rules(meetings(7, crowdOf(6), 8_000))).toEqual(['closed_circle 0.5', 'in_step 0.6']);
  });
  test('pensioners who come as they come → closed, and no more', () => {
    expect(rules(meetings(7, crowdOf(6), 3 * minuteMs))).toEqual(['closed_circle 0.5']);
  });
  test('with absences → nothing', () => {
    const people = crowdOf(6);
    const squad = Array.from({ length: 8 }, (_, i) =>
      meeting({ people: people.filter((_, k) => k !== i % 6), day: i * 3, apartMs: 3 * minuteMs }),
    );
    expect(rules(squad.flat())).toEqual([]);
  });
  test('a family of four, in step → nothing of that', () => {
    expect(rules(meetings(8, crowdOf(4), 8_000))).not.toContain('in_step 0.6');
  });
  test('a bus that came twice → nothing', () => {
    expect(rules(meetings(2, crowdOf(10), 8_000))).toEqual([]);
  });
  test('people whom another organiser has seen, too → no circle', () => {
    const people = crowdOf(6);
    const other = people.map((person): Fact => {
      const whole = fact(person, 'elsewhere', { from: at(25, 9) });
      const seen = (end: Fact['in']) => end && { ...end, witness: 'another' };
      return { ...whole, in: seen(whole.in), out: seen(whole.out) } as Fact;
    });
    expect(rules([...meetings(7, people, 8_000), ...other])).toEqual([]);
  });
});

describe('always alone', () => {
  const visits = (person: string, count: number) =>
    Array.from({ length: count }, (_, i) =>
      fact(person, `${person} ${i}`, { from: at(i, 9) + (i % 3) * hourMs }),
    );

  test('one companion, eight times → weak; five times → nothing', () => {
    expect(rules(visits('li', 8))).toEqual(['always_alone 0.5']);
    expect(rules(visits('li', 5))).toEqual([]);
  });
  test('three of them with the same organiser → looked at', () => {
    expect(rules(['li', 'wang', 'zhao'].flatMap((it) => visits(it, 7)))).toEqual([
      'always_alone 1',
    ]);
  });
});
