import { minuteMs } from '#shared/time';
import { personSignals } from '../../../functions/suspicions/person.rules';
import { at, fact, typed } from '../../support/facts';

const far = { latitude: 36.4, longitude: 120.6 };
const rules = (...facts: ReturnType<typeof fact>[]) =>
  personSignals(facts).map(({ rule, weight }) => `${rule} ${weight}`);

test('nobody served → nothing', () => {
  expect(personSignals([])).toEqual([]);
});

describe('a day', () => {
  const three = (minutes: number) =>
    [0, 8, 16].map((hour, i) => fact('li', `s${i}`, { from: at(0, hour), minutes }));

  test('seventeen hours → looked at; twenty-four and more → grave', () => {
    expect(rules(...three(340))).toEqual(['impossible_day 1']);
    expect(rules(...three(480), fact('li', 's9', { from: at(0, 23), minutes: 30 }))).toContain(
      'impossible_day 2',
    );
  });
  test('a night shift and a morning, fourteen hours → nothing', () => {
    const night = fact('li', 'night', { from: at(0, 0), minutes: 600 });
    expect(rules(night, fact('li', 'day', { from: at(0, 12), minutes: 240 }))).toEqual([]);
  });
  test('the same hours on two days → nothing', () => {
    const days = [0, 1].map((day) => fact('li', `d${day}`, { from: at(day, 8), minutes: 700 }));
    expect(rules(...days)).toEqual([]);
  });
});

describe('two services', () => {
  const first = fact('li', 'one', { from: at(0, 9) });

  test('at once → in two places', () => {
    expect(rules(first, fact('li', 'two', { from: at(0, 10) }))).toEqual(['two_places 2']);
  });
  test('one begins where the other ends, next door → nothing', () => {
    expect(rules(first, fact('li', 'two', { from: at(0, 11) }))).toEqual([]);
  });
  test('signed in at the next before signed out of the last, next door → nothing', () => {
    const next = fact('li', 'two', { from: at(0, 11) });
    const early = { ...next, in: { at: at(0, 11) - 10 * minuteMs, by: 'token' as const } };
    expect(rules(first, early)).toEqual([]);
  });
  test('forty kilometres away ten minutes later, both scanned → cannot be', () => {
    const two = fact('li', 'two', { from: at(0, 11) + 10 * minuteMs, ...far });
    expect(rules(first, two)).toEqual(['impossible_travel 1']);
  });
  test('the same, one of them typed → a slip; twice → looked at', () => {
    const two = typed('li', 'two', { from: at(0, 11) + 10 * minuteMs, ...far });
    expect(rules(first, two)).toEqual(['impossible_travel 0.5']);
    const [third, fourth] = [
      fact('li', 'three', { from: at(1, 9) }),
      typed('li', 'four', { from: at(1, 11), ...far }),
    ];
    expect(rules(first, two, third, fourth)).toEqual(['impossible_travel 1']);
  });
  test('across the city with an hour for the way → nothing', () => {
    expect(rules(first, fact('li', 'two', { from: at(0, 12), ...far }))).toEqual([]);
  });
});
