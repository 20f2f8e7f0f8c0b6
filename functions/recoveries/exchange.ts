import { walletAt } from '../ledger/wallet.table';
import type { Caller } from '../platform/session';
import type { Write } from '../platform/table';
import { absent, create, read, remove, replace, save, unchanged } from '../platform/table';
import type { Mark } from '../platform/vault';
import type { ListedWay, Way, WayList } from '../sessions/way.table';
import { emptyWayList, endSessions, wayAt, wayListAt } from '../sessions/way.table';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { profileAt, sealPhone } from '../volunteers/volunteer.table';

/** A new identifier of a kind: its marks under every living pepper, and the ways that stand under them. */
export type NewWay = {
  volunteerId: string;
  known: WayList | undefined;
  kind: string;
  marks: [Mark, ...Mark[]];
  ways: (Way | undefined)[];
  masked?: string;
};
export type Exchanged =
  | { status: 'taken' }
  | { status: 'exchanged'; caller: Caller; writes: Write[] };

/**
 * Makes the identifier the person's only way of its kind. Every session of before ends. What stood under the
 * identifier is taken over from an account in which nothing has happened yet; from any other it is `taken`.
 */
export async function exchanged(it: NewWay, now: number): Promise<Exchanged> {
  const { volunteerId, kind, marks, ways } = it;
  const list = it.known ?? emptyWayList;
  const [{ mark, version }] = marks;
  const index = ways.findIndex(Boolean);
  const [found, foundMark] = [ways[index], marks[index]?.mark];
  const foreign =
    found && found.volunteerId !== volunteerId && foundMark !== undefined
      ? await vacated(found.volunteerId, { kind, mark: foundMark })
      : [];
  if (foreign === 'taken') return { status: 'taken' };

  const [current] = ways;
  // Later than every epoch that this way had before, also if it was removed meanwhile: no old session comes back.
  const epoch = Math.max((current?.epoch ?? 0) + 1, Math.floor(now / 1000));
  const way = { volunteerId, epoch, pepperVersion: version };
  const listed: ListedWay = { kind, mark, since: now, ...(it.masked && { masked: it.masked }) };
  const kept = list.ways.filter((one) => one.kind !== kind);
  const gone = list.ways.filter((one) => one.kind === kind && one.mark !== mark);
  const stale = found && !current && !gone.some((one) => one.mark === foundMark);
  return {
    status: 'exchanged',
    caller: { volunteerId, way: { kind, mark }, epoch },
    writes: [
      current
        ? replace(wayAt(kind, mark), { ...current, ...way })
        : create(wayAt(kind, mark), { ...way, version: 1 }),
      ...(stale && foundMark !== undefined ? [remove(wayAt(kind, foundMark), found)] : []),
      ...(await ending(gone, remove)),
      ...(await ending(kept, endSessions)),
      save(wayListAt(volunteerId), it.known, { ...list, ways: [...kept, listed] }),
      ...foreign,
    ],
  };
}

/** The listed ways as they stand, each with what is to be done to it. */
export async function ending(ways: ListedWay[], change: typeof endSessions): Promise<Write[]> {
  const at = ways.map(({ kind, mark }) => wayAt(kind, mark));
  const found = await read(...at);
  return at.flatMap((one, index) => {
    const way = found[index];
    return way ? [change(one, way)] : [];
  });
}

/** Takes a way from an account that has no name, no minute and no point; the commit fails if it gets any. */
async function vacated(
  volunteerId: string,
  { kind, mark }: { kind: string; mark: string },
): Promise<Write[] | 'taken'> {
  const [profile, wallet, known] = await read(
    profileAt(volunteerId),
    walletAt(volunteerId),
    wayListAt(volunteerId),
  );
  const moved = (wallet?.hours.sequence ?? 0) + (wallet?.points.sequence ?? 0);
  if (profile || moved > 0) return 'taken';
  const list = known ?? emptyWayList;
  const ways = list.ways.filter((one) => one.kind !== kind || one.mark !== mark);
  return [
    absent(profileAt(volunteerId)),
    unchanged(walletAt(volunteerId), wallet),
    save(wayListAt(volunteerId), known, { ...list, ways }),
  ];
}

/** The profile follows the way in: the number there is the verified one. */
export const withPhone = (
  volunteerId: string,
  profile: StoredProfile | undefined,
  phone: string,
): Write[] => {
  if (!profile) return [];
  const sealedPhone = sealPhone(volunteerId, phone);
  return [replace(profileAt(volunteerId), { ...profile, sealedPhone, phoneVerified: true })];
};
