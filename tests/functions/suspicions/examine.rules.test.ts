import { examineOrganisation, examinePerson } from '../../../functions/suspicions/examine.rules';
import { at, crowdOf, fact, typed } from '../../support/facts';

const calm = { emergencyDays: new Set<string>() };

test('an honest month → nobody', () => {
  const people = crowdOf(20);
  const facts = [0, 7, 14].flatMap((day) =>
    people.map((person, i) => {
      const whole = fact(person, `day ${day}`, { from: at(day, 9) });
      return { ...whole, ...(whole.in && { in: { ...whole.in, at: whole.in.at + i * 9_000 } }) };
    }),
  );
  expect(examineOrganisation(facts, calm)).toEqual([]);
  expect(examinePerson(facts.filter(({ volunteerId }) => volunteerId === 'p1'))).toEqual([]);
});

test('shifts, those who type, and circles are all looked at', () => {
  const facts = [
    ...crowdOf(9).map((person) => {
      const whole = fact(person, 'class');
      const on = (end: typeof whole.in) => end && { ...end, device: 'one phone' };
      return { ...whole, in: on(whole.in), out: on(whole.out) } as typeof whole;
    }),
    ...crowdOf(16, 'buyer').map((person, i) => typed(person, `s${i % 4}`)),
    ...['li', 'wang', 'zhao'].flatMap((person) =>
      crowdOf(7, `${person} alone`).map((shift, i) => fact(person, shift, { from: at(i, 15) })),
    ),
  ];
  const found = examineOrganisation(facts, calm).map(
    ({ subject }) => `${subject.kind} ${subject.id}`,
  );
  expect(found.sort()).toEqual(['shift class', 'staff organiser', 'staff typist']);
});

test('a person over all organisations', () => {
  const facts = [fact('li', 'a'), fact('li', 'b', { from: at(0, 10), organisationId: 'other' })];
  expect(examinePerson(facts)).toMatchObject([{ subject: { kind: 'person', id: 'li' } }]);
});
