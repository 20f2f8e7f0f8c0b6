import { hourMs, minuteMs } from '#shared/time';
import type { Fact } from '../../../functions/suspicions/fact.rules';
import { typingSignals } from '../../../functions/suspicions/typing.rules';
import { at, crowdOf, fact, typed } from '../../support/facts';

const calm = { emergencyDays: new Set<string>() };
const rules = (facts: Fact[], around = calm) =>
  typingSignals(facts, around).map(({ rule, weight }) => `${rule} ${weight}`);
/** Others who scanned at a shift, so that it took place. */
const present = (shift: string, count = 3): Fact[] =>
  crowdOf(count, `seen at ${shift} `).map((person) => fact(person, shift));
const known = (people: string[]): Fact[] => people.map((person) => fact(person, 'elsewhere'));

test('nothing typed → nothing; a row in twenty, of people who are known → nothing', () => {
  expect(rules(present('a', 30))).toEqual([]);
  const facts = [...present('a', 30), ...known(['x', 'y']), typed('x', 'a'), typed('y', 'a')];
  expect(rules(facts)).toEqual([]);
});

describe('at night', () => {
  const rows = (count: number, typedAt: number) => {
    const people = crowdOf(count);
    return [
      ...present('a', 100),
      ...known(people),
      ...people.map((person) => typed(person, 'a', { typedAt })),
    ];
  };

  test.each([
    ['nine rows at two', 9, at(1, 2), []],
    ['ten rows at two, once', 10, at(1, 2), ['night_typing 0.6']],
    ['twenty rows at two', 20, at(1, 2), ['night_typing 1']],
    ['twenty rows at half past eleven', 20, at(1, 23.5), []],
    ['twenty rows at five', 20, at(1, 5), []],
  ])('%s → %j', (_, count, typedAt, expected) => {
    expect(rules(rows(count, typedAt))).toEqual(expected);
  });
  test('right after a patrol that ended at one, where others scanned → nothing', () => {
    const people = crowdOf(12);
    const from = at(0, 22);
    const patrol = { from, minutes: 180 };
    const facts = [
      ...crowdOf(60, 'w').map((person) => fact(person, 'patrol', patrol)),
      ...known(people),
      ...people.map((person) => typed(person, 'patrol', { ...patrol, typedAt: at(1, 2) })),
    ];
    expect(rules(facts)).toEqual([]);
  });
  test('an emergency that several organisations had → nothing; one alone → looked at', () => {
    const typing = { by: 'typist', at: at(1, 2), reason: 'emergency' as const };
    const facts = crowdOf(25).map((person) => typed(person, 'flood', { typing }));
    const day = facts[0]?.day ?? '';
    expect(rules(facts, { emergencyDays: new Set([day]) })).toEqual([]);
    expect(rules(facts)).toContain('night_typing 1');
  });
});

describe('agreed to at once', () => {
  const rows = (shifts: number, delayMs: number) =>
    crowdOf(12).flatMap((person, i) => {
      const shift = `s${i % shifts}`;
      const row = typed(person, shift);
      const decision = { by: 'approver', at: (row.typing?.at ?? 0) + delayMs };
      return [...present(shift, 8), ...known([person]), { ...row, decision }];
    });

  test.each([
    ['within a minute, shift after shift', 4, minuteMs, ['instant_approval 0.5']],
    ['within a minute, one list', 1, minuteMs, ['instant_approval 0.3']],
    ['after five minutes', 4, 5 * minuteMs, []],
  ])('%s → %j', (_, shifts, delay, expected) => {
    expect(rules(rows(shifts, delay))).toEqual(expected);
  });
});

describe('nobody was seen', () => {
  test('four shifts only typed, always new people → looked at', () => {
    const facts = crowdOf(16).map((person, i) => typed(person, `s${i % 4}`));
    expect(rules(facts)).toEqual([
      'nobody_present 0.7',
      'typed_only_people 0.5',
      'on_one_word 0.5',
    ]);
  });
  test('one shift on paper because a phone broke, known people → nothing', () => {
    const people = crowdOf(14);
    const facts = [...present('b', 80), ...known(people), ...people.map((it) => typed(it, 'a'))];
    expect(rules(facts)).toEqual([]);
  });
  test('always new people at five real shifts → worth a look alone; the same regular → nothing', () => {
    const shifts = crowdOf(5, 's');
    const strangers = shifts.flatMap((shift) => [
      ...present(shift, 20),
      ...crowdOf(2, `${shift} buyer`).map((person) => typed(person, shift)),
    ]);
    expect(rules(strangers)).toEqual(['typed_only_people 1']);
    const regular = shifts.flatMap((shift) => [...present(shift, 20), typed('grandma', shift)]);
    expect(rules(regular)).toEqual([]);
  });
});

describe('accounts of one day', () => {
  const registeredAt = at(-2, 14);
  const fed = (shifts: number) =>
    crowdOf(9).flatMap((person, i) => {
      const shift = `s${i % shifts}`;
      return [...present(shift, 20), typed(person, shift, { registeredAt: registeredAt + i })];
    });

  test('fed over three shifts → practice; a class with a paper list → incident', () => {
    expect(rules(fed(3))).toEqual(['accounts_in_bulk 0.6']);
    expect(rules(fed(1))).toEqual(['accounts_in_bulk 0.3']);
  });
  test('a class that came by scanning → nothing', () => {
    const facts = crowdOf(40).map((person, i) =>
      fact(person, 'a', { registeredAt: registeredAt + i }),
    );
    expect(rules(facts)).toEqual([]);
  });
});

test('the same two hours for a list, week after week → practice; once for a class → nothing', () => {
  const list = crowdOf(9);
  const weeks = (count: number) =>
    crowdOf(count, 'w').flatMap((shift) => [
      ...present(shift, 40),
      ...list.map((person) => typed(person, shift)),
    ]);
  expect(rules([...known(list), ...weeks(3)])).toEqual(['same_typed_minutes 0.5']);
  expect(rules([...known(list), ...weeks(1)])).toEqual([]);
});

describe('ends that were told', () => {
  const told = (share: number, shifts: number) =>
    crowdOf(shifts, 's').flatMap((shift) =>
      crowdOf(10).map((person, i): Fact => {
        const whole = fact(person, shift);
        if (i >= share) return whole;
        const decision = { by: 'teller', at: at(2, 10) };
        return { ...whole, out: { at: whole.endsAt, by: 'confirmed' }, decision };
      }),
    );

  test.each([
    ['most people of three shifts', 7, 3, ['told_ends 1']],
    ['a few of each shift', 1, 20, []],
    ['all of one shift, when the screen died', 10, 1, []],
  ])('%s → %j', (_, share, shifts, expected) => {
    expect(rules(told(share, shifts))).toEqual(expected);
  });
});

describe('two who agree to each other', () => {
  const pair = (count: number, back = count) => {
    const people = crowdOf(count);
    const side = (by: string, other: string, rows = count) =>
      people.slice(0, rows).map((person): Fact => {
        const typing = { by, at: at(1, 10), reason: 'no_phone' as const };
        return typed(person, 'a', { typing, decision: { by: other, at: at(1, 10) + hourMs } });
      });
    return [...present('a', 200), ...known(people), ...side('x', 'y'), ...side('y', 'x', back)];
  };

  test('twelve rows each way → said of both; nine, in a small organisation → nothing', () => {
    expect(rules(pair(12))).toEqual(['approval_ring 0.5', 'approval_ring 0.5']);
    expect(rules(pair(9))).toEqual([]);
    expect(rules(pair(12, 9))).toEqual([]);
  });
});

test('typist and approver are both named: neither sees it', () => {
  const facts = crowdOf(16).map((person, i) => typed(person, `s${i % 4}`));
  const [signal] = typingSignals(facts, calm);
  expect(signal?.subject).toEqual({ kind: 'staff', id: 'typist' });
  expect(signal?.staff).toEqual(['typist', 'approver']);
});
