import { familyAt } from '../dependants/link.table';
import { profileKey, recordPrefix, redemptionPrefix } from '../keys';
import type { Wallet } from '../ledger/wallet.table';
import { walletAt } from '../ledger/wallet.table';
import type { Membership } from '../organisations/membership.rules';
import { ended, joined } from '../organisations/membership.rules';
import { saveMember } from '../organisations/membership.table';
import { memberAt } from '../organisations/organisation.table';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { query, read, replace, save, unchanged } from '../platform/table';
import { emptyCalendar } from '../records/calendar.rules';
import { calendarAt } from '../records/calendar.table';
import type { ServiceRecord } from '../records/record.rules';
import type { Redemption } from '../rewards/redemption.rules';
import type { WayList } from '../sessions/way.table';
import { emptyWayList, wayListAt } from '../sessions/way.table';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { erasureAt, profileAt } from '../volunteers/volunteer.table';
import { ending } from './exchange';
import { judgeMerge } from './merge.rules';
import { bookOf, moved } from './merge-ledger';
import { activeMemberships, isClosed } from './subject';

type Pair = { keepId: string; closingId: string };

/** Of whatever is open only the newest can be: the newest records, and all redemptions. */
const recordsMax = 200;
const redemptionsMax = 1_000;

/** What is still going on in the account that is to be closed. */
async function openBusiness(closingId: string) {
  const { pk } = profileKey(closingId);
  const [records, redemptions, memberships] = await Promise.all([
    query<ServiceRecord>({ pk, prefix: recordPrefix, newestFirst: true, limit: recordsMax }),
    query<Redemption>({ pk, prefix: redemptionPrefix, limit: redemptionsMax }),
    activeMemberships(closingId),
  ]);
  return { records: records.items, redemptions: redemptions.items, memberships };
}

/** Both accounts, read as one, and what is open; refuses when they cannot be joined. */
export async function loadMerge({ keepId, closingId }: Pair, now: number) {
  const found = await read(
    profileAt(keepId),
    walletAt(keepId),
    wayListAt(keepId),
    erasureAt(keepId, 'account'),
    profileAt(closingId),
    walletAt(closingId),
    wayListAt(closingId),
    erasureAt(closingId, 'account'),
    calendarAt(closingId),
    familyAt(closingId),
  );
  const [keepProfile, keepWallet, keepList, keepErasure, ...others] = found;
  const [profile, wallet, list, erasure, calendar, family] = others;
  if (!keepWallet || !wallet) return refuse('not_found');
  // Asked after the wallet and the calendar were read: whatever begins later changes one of them.
  const open = await openBusiness(closingId);
  const account = (one: StoredProfile | undefined, ends: Parameters<typeof isClosed>[0]) => ({
    registered: one !== undefined,
    birthMonth: one?.birthMonth,
    closed: isClosed(ends),
  });
  const facts = {
    keep: account(keepProfile, { list: keepList, erasure: keepErasure }),
    closing: account(profile, { list, erasure }),
    ...{ realName: profile?.realNameLevel === 1, family, owed: wallet.owed, ...open },
  };
  const unfit = judgeMerge(facts, now);
  if (unfit) return refuse(unfit);
  const keep = { volunteerId: keepId, wallet: keepWallet, list: keepList };
  const closing = { volunteerId: closingId, wallet, list, calendar };
  const same = [
    unchanged(profileAt(keepId), keepProfile),
    unchanged(profileAt(closingId), profile),
    unchanged(familyAt(closingId), family),
  ];
  return { keep, closing, same, memberships: open.memberships };
}

type Loaded = Awaited<ReturnType<typeof loadMerge>>;

/** All that a merge writes but its own request: at most 88 items, so that it happens at once or not at all. */
export async function mergeWrites(
  { keep, closing, same, memberships }: Loaded,
  { recoveryId, at }: { recoveryId: string; at: number },
): Promise<Write[]> {
  const entries = await bookOf(closing.volunteerId);
  const book = { ...closing, entries: inBook(entries, closing.wallet) };
  return [
    ...same,
    ...moved(book, keep, { recoveryId, at }),
    ...(await waysInto(keep, closing)),
    save(calendarAt(closing.volunteerId), closing.calendar, {
      ...(closing.calendar ?? emptyCalendar),
      closed: true,
    }),
    ...(await membershipsInto(keep.volunteerId, memberships, at)),
  ];
}

/** What was entered after the wallet was read makes the commit fail, and is read with the next try. */
const inBook = <T extends { sequence: number }>(entries: T[], wallet: Wallet): T[] =>
  entries.filter(({ sequence }) => sequence <= wallet.hours.sequence);

type Holder = { volunteerId: string; list: WayList | undefined };

/** The ways of the closed account lead to the other from now on; its sessions end. */
async function waysInto(keep: Holder, closing: Holder): Promise<Write[]> {
  const given = closing.list?.ways ?? [];
  const lead = await ending(given, (at, way) =>
    replace(at, { ...way, epoch: way.epoch + 1, volunteerId: keep.volunteerId }),
  );
  const kept = keep.list ?? emptyWayList;
  const closed = { ...(closing.list ?? emptyWayList), ways: [], closedInto: keep.volunteerId };
  const merged = [...(kept.merged ?? []), closing.volunteerId, ...(closing.list?.merged ?? [])];
  const ways = [...kept.ways, ...given];
  return [
    ...lead,
    save(wayListAt(keep.volunteerId), keep.list, { ...kept, ways, merged }),
    save(wayListAt(closing.volunteerId), closing.list, closed),
  ];
}

/** Where the closed account was a member, the person stays one. */
async function membershipsInto(
  volunteerId: string,
  memberships: Membership[],
  at: number,
): Promise<Write[]> {
  const own = await read(...memberships.map((one) => memberAt(one.organisationId, volunteerId)));
  return memberships.flatMap((member, index) => {
    const known = own[index];
    const { organisationId, organisationName, maskedName } = member;
    const about = { organisationId, organisationName, maskedName, volunteerId };
    const next = joined(known, { ...about, state: 'active', since: at });
    return [
      saveMember(member, ended(member, 'left')),
      ...(known?.state === 'active' ? [] : [saveMember(known, next)]),
    ];
  });
}
