import { monthOf } from '#shared/time';
import type { Write } from '../platform/table';
import { commit, create, read, remove, replace, untilWon } from '../platform/table';
import { wayMarks } from '../platform/vault';
import type { Way, WayList } from '../sessions/way.table';
import { wayAt, wayListAt } from '../sessions/way.table';
import type { Erasure } from '../volunteers/erasure.rules';
import { settleMs } from '../volunteers/erasure.rules';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import {
  erasureAt,
  identityOf,
  listedByDue,
  phoneOf,
  profileAt,
} from '../volunteers/volunteer.table';
import { deletionAt } from './account.table';

/**
 * The first step of a deletion: it is noted in the journal, and every way in is removed. What is signed in still ends by
 * itself before the second step begins, so that nobody acts in a name that is being erased.
 */
export async function closeAccount(volunteerId: string, now: number): Promise<void> {
  await untilWon(async () => {
    const [erasure, profile, list] = await read(
      erasureAt(volunteerId, 'account'),
      profileAt(volunteerId),
      wayListAt(volunteerId),
    );
    if (erasure?.dueAt === undefined || erasure.closedAt !== undefined) return;
    // What was merged into it is noted as well: a restore may bring back a day before the merge.
    const journal = [volunteerId, ...(list?.merged ?? [])].map((one) => ({
      volunteerId: one,
      at: deletionAt(monthOf(now), one),
    }));
    const noted = await read(...journal.map(({ at }) => at));
    const next: Erasure = {
      ...erasure,
      closedAt: now,
      ...listedByDue({ volunteerId, dueAt: now + settleMs }),
    };
    await commit([
      ...journal.flatMap((one, index) =>
        noted[index] ? [] : [create(one.at, { volunteerId: one.volunteerId, at: now })],
      ),
      ...(await waysGone(volunteerId, { profile, list })),
      ...(list ? [replace(wayListAt(volunteerId), { ...list, ways: [] })] : []),
      replace(erasureAt(volunteerId, 'account'), next),
    ]);
  });
}

/** The ways alone: what a restore brought back. */
export async function openWaysGone(volunteerId: string): Promise<void> {
  await untilWon(async () => {
    const [profile, list] = await read(profileAt(volunteerId), wayListAt(volunteerId));
    const gone = await waysGone(volunteerId, { profile, list });
    const listed = list ? [replace(wayListAt(volunteerId), { ...list, ways: [] })] : [];
    if (gone.length > 0) await commit([...gone, ...listed]);
  });
}

type Known = { profile: StoredProfile | undefined; list: WayList | undefined };

/** The ways of the list, and those that phone and identity number name under any pepper. */
async function waysGone(volunteerId: string, { profile, list }: Known): Promise<Write[]> {
  const phone = profile?.sealedPhone ? phoneOf(volunteerId, profile) : undefined;
  const number = profile && identityOf(volunteerId, profile);
  const named = [
    ...(list?.ways ?? []),
    ...(phone ? wayMarks('phone', phone).map(({ mark }) => ({ kind: 'phone', mark })) : []),
    ...(number ? wayMarks('identity', number).map(({ mark }) => ({ kind: 'identity', mark })) : []),
  ];
  const places = new Map(named.map(({ kind, mark }) => [`${kind} ${mark}`, wayAt(kind, mark)]));
  const at = [...places.values()];
  const ways: (Way | undefined)[] = await read(...at);
  return ways.flatMap((way, index) => {
    const place = at[index];
    return place && way?.volunteerId === volunteerId ? [remove(place, way)] : [];
  });
}
