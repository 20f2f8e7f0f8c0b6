import { dayOf } from '#shared/time';
import type { PublicTypedRow, TypedRow } from '#shared/typed-hours';
import { familyAt } from '../dependants/link.table';
import { idFor } from '../platform/ids';
import { glance } from '../platform/table';
import { goneName } from '../records/witness.rules';
import { isMinor } from '../volunteers/minor.rules';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { maskName } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import type { Typed } from './typed.rules';
import { mayDecide } from './typed.rules';

/** A row as the staff see it. */
export function rowFor(
  typed: Typed,
  names: { maskedName: string; typistName: string; mayDecide: boolean },
): TypedRow {
  const { volunteerId, shiftId, title, minutes, reason, note, state } = typed;
  return {
    ...{ volunteerId, shiftId, title, minutes, reason, note, state, typedAt: typed.typedAt },
    ...{ arrivedAt: typed.servedFrom, leftAt: typed.servedUntil },
    ...names,
  };
}

const nameOf = (profile: StoredProfile | undefined): string =>
  profile ? maskName(profile.name) : goneName;

/** A page of rows as an approver sees them. */
export async function rowsFor(page: readonly Typed[], readerId: string): Promise<TypedRow[]> {
  const profiles = await profilesOf(page.flatMap((it) => [it.volunteerId, it.typedBy]));
  const subjects = [...new Set(page.map(({ volunteerId }) => volunteerId))];
  const families = await glance(...subjects.map(familyAt));
  return page.map((typed) =>
    rowFor(typed, {
      maskedName: nameOf(profiles.get(typed.volunteerId)),
      typistName: nameOf(profiles.get(typed.typedBy)),
      mayDecide: mayDecide(typed, readerId, families[subjects.indexOf(typed.volunteerId)]),
    }),
  );
}

/** A page of rows as everybody sees them. Whoever was a minor then is a number, for ever. */
export async function publicRows(page: readonly Typed[]): Promise<PublicTypedRow[]> {
  const people = page.flatMap((it) => [it.volunteerId, it.typedBy, it.decidedBy ?? []].flat());
  const profiles = await profilesOf(people);
  return page.map((typed) => {
    const { typedId, title, minutes, reason, state, decidedBy, servedFrom } = typed;
    const profile = profiles.get(typed.volunteerId);
    const minor = profile && isMinor(profile, servedFrom);
    return {
      ...{ typedId, title, reason, state, typedAt: typed.typedAt },
      name: minor ? `未成年人 ${numberOf(typedId)}` : nameOf(profile),
      servedDay: dayOf(servedFrom),
      minutes: typed.creditedMinutes ?? minutes,
      typistName: nameOf(profiles.get(typed.typedBy)),
      ...(decidedBy !== undefined && { approverName: nameOf(profiles.get(decidedBy)) }),
    };
  });
}

/** Four digits that lead to nobody. */
const numberOf = (typedId: string): string =>
  String(Number.parseInt(idFor('number', typedId).slice(0, 8), 16) % 10_000).padStart(4, '0');

async function profilesOf(people: readonly string[]): Promise<Map<string, StoredProfile>> {
  const ids = [...new Set(people)];
  const found = new Map<string, StoredProfile>();
  for (let from = 0; from < ids.length; from += readMax) {
    const some = ids.slice(from, from + readMax);
    for (const [index, profile] of (await glance(...some.map(profileAt))).entries()) {
      if (profile) found.set(some[index] ?? '', profile);
    }
  }
  return found;
}

const readMax = 100;
