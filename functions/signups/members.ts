import { memberAt } from '../organisations/organisation.table';
import { read } from '../platform/table';
import { wayMarks } from '../platform/vault';
import { wayAt } from '../sessions/way.table';
import { profileAt } from '../volunteers/volunteer.table';

type Named = { name: string; phone: string };

/** A batch read takes a hundred keys: fifty people under two peppers. */
const peppersMax = 2;

/**
 * Which of the people of a list are active members of an organisation: volunteers by phone. Only a phone that was
 * verified finds anybody, and only together with the name; so the list tells nothing that its writer did not know.
 */
export async function membersAmong(
  people: Named[],
  organisationId: string,
): Promise<Map<string, string>> {
  const phones = [...new Map(people.map((one) => [one.phone, one])).values()];
  const keys = phones.flatMap(({ phone }) =>
    wayMarks('phone', phone)
      .slice(0, peppersMax)
      .map(({ mark }) => ({ phone, at: wayAt('phone', mark) })),
  );
  const ways = await read(...keys.map(({ at }) => at));
  const found = new Map<string, string>();
  for (const [index, way] of ways.entries()) {
    const phone = keys[index]?.phone;
    if (way && phone !== undefined) found.set(phone, way.volunteerId);
  }
  const named = phones.flatMap(({ name, phone }) => {
    const volunteerId = found.get(phone);
    return volunteerId === undefined ? [] : [{ name, phone, volunteerId }];
  });
  const ids = [...new Set(named.map(({ volunteerId }) => volunteerId))];
  const members = await read(...ids.map((id) => memberAt(organisationId, id)));
  const profiles = await read(...ids.map(profileAt));
  return new Map(
    named.flatMap(({ name, phone, volunteerId }) => {
      const index = ids.indexOf(volunteerId);
      const active = members[index]?.state === 'active' && profiles[index]?.name === name;
      return active ? [[phone, volunteerId] as const] : [];
    }),
  );
}
