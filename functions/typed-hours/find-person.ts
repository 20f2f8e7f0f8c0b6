import { read } from '../platform/table';
import { wayMarks } from '../platform/vault';
import { wayAt } from '../sessions/way.table';
import { profileAt } from '../volunteers/volunteer.table';

/** A name without what people write in more than one way. */
const bare = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•.'’-]/g, '');

/** Who has verified a phone number and bears the name; a number in other hands leads to nobody. */
export async function findPerson(person: {
  name: string;
  phone: string;
}): Promise<string | undefined> {
  const ways = await read(
    ...wayMarks('phone', person.phone).map(({ mark }) => wayAt('phone', mark)),
  );
  const id = ways.find((way) => way !== undefined)?.volunteerId;
  if (id === undefined) return undefined;
  const [profile] = await read(profileAt(id));
  return profile && bare(profile.name) === bare(person.name) ? id : undefined;
}
