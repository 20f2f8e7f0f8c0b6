import { organisationRoles } from '#shared/vocabulary';
import { registration } from '#shared/volunteers';
import { organisationsOf } from '../../../local/seed/organisations';
import { peopleOf } from '../../../local/seed/people';

const now = Date.parse('2026-11-24T04:00:00Z');
const people = peopleOf(now);
const cast = people.filter(({ note }) => note !== undefined);

test('fourteen one can be, and a crowd; all different people', () => {
  expect(cast).toHaveLength(14);
  expect(people.length).toBeGreaterThan(150);
  expect(new Set(people.map(({ volunteerId }) => volunteerId)).size).toBe(people.length);
  expect(new Set(people.map(({ phone }) => phone)).size).toBe(people.length);
});

test('every role is played by somebody, in an organisation that exists', () => {
  const memberships = people.flatMap((person) => person.memberships);
  const known = new Set(organisationsOf().map(({ organisationId }) => organisationId));
  expect(memberships.filter(({ organisationId }) => !known.has(organisationId))).toEqual([]);
  const played = new Set(memberships.flatMap(({ roles }) => roles));
  expect([...played].sort()).toEqual(Object.keys(organisationRoles).sort());
});

test('whoever has registered could have done so; one has not', () => {
  const registered = people.filter(({ birthMonth }) => birthMonth !== undefined);
  expect(people.length - registered.length).toBe(1);
  for (const { name, district, birthMonth, phone } of registered) {
    const asked = { name, district, birthMonth, phoneNumber: phone, consent: true };
    expect(registration.safeParse(asked).error).toBeUndefined();
  }
});

test.each([
  ['teen', 14],
  ['elder', 72],
])('the %s is %d in whatever year one starts', (key, age) => {
  for (const year of [2026, 2031]) {
    const person = peopleOf(Date.parse(`${year}-06-01T00:00:00Z`)).find((one) => one.key === key);
    expect(year - Number(person?.birthMonth?.slice(0, 4))).toBe(age);
  }
});
