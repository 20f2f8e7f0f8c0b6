import { phoneMarkOf } from '../keys';
import { memberAt } from '../organisations/organisation.table';
import type { At, Write } from '../platform/table';
import { absent, read } from '../platform/table';
import { wayMarks } from '../platform/vault';
import type { Way } from '../sessions/way.table';
import { wayAt } from '../sessions/way.table';
import { profileAt } from '../volunteers/volunteer.table';
import type { Person } from './import.rules';

/** Who has verified a number; or, when nobody has, the condition that it is still so when the answer is written. */
export type Behind = { person?: Person; stillNobody?: Write };

const keysMax = 100;

/** The people behind some phone numbers, and how they stand to the organisation. Only a verified number leads to one. */
export async function peopleBehind(
  phones: readonly string[],
  organisationId: string,
): Promise<Map<string, Behind>> {
  const marks = phones.map((phone) => wayMarks('phone', phone).map(({ mark }) => mark));
  const ways = await readAll(marks.flat().map((mark) => wayAt('phone', mark)));
  const wayOf = (own: string[]): Way | undefined => {
    const found = own.findIndex((mark) => ways.has(mark));
    return ways.get(own[found] ?? '');
  };
  const ids = [...new Set(marks.flatMap((own) => wayOf(own)?.volunteerId ?? []))];
  const profiles = await read(...ids.map(profileAt));
  const members = await read(...ids.map((id) => memberAt(organisationId, id)));
  const checked = new Set<string>();
  return new Map(
    phones.map((phone, index): [string, Behind] => {
      const own = marks[index] ?? [];
      const volunteerId = wayOf(own)?.volunteerId;
      if (volunteerId === undefined) {
        return [phone, { stillNobody: absent(wayAt('phone', own[0] ?? '')) }];
      }
      const which = ids.indexOf(volunteerId);
      const profile = profiles[which];
      if (profile)
        return [phone, { person: { volunteerId, name: profile.name, member: members[which] } }];
      // A transaction may name an item only once.
      const again = checked.has(volunteerId);
      checked.add(volunteerId);
      return [phone, again ? {} : { stillNobody: absent(profileAt(volunteerId)) }];
    }),
  );
}

/** The ways that exist, by their mark. */
async function readAll(at: At<Way>[]): Promise<Map<string, Way>> {
  const found = new Map<string, Way>();
  for (let from = 0; from < at.length; from += keysMax) {
    const some = at.slice(from, from + keysMax);
    for (const [index, way] of (await read(...some)).entries()) {
      const mark = phoneMarkOf(some[index] as At<Way>);
      if (way && mark !== undefined) found.set(mark, way);
    }
  }
  return found;
}
