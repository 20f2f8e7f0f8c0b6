import type { EntryGrade } from '#shared/hours.words';
import type { RefusalCode } from '#shared/refusals';
import type { RecordState, RedemptionState, Role } from '#shared/vocabulary';
import { adultAge } from '../volunteers/minor.rules';
import { ageAt } from '../volunteers/volunteer.rules';

type Account = {
  birthMonth: string | undefined;
  registered: boolean;
  closed: boolean;
};
type Family = { dependants: readonly string[]; guardians: readonly string[] };
export type MergeFacts = {
  keep: Account;
  closing: Account;
  /** Of the account that is to be closed, all of what follows. */
  realName: boolean;
  family: Family | undefined;
  /** What its wallet owes since a correction took more than it had. */
  owed: number;
  records: readonly { state: RecordState; endsAt: number; pointsWait?: true }[];
  redemptions: readonly { state: RedemptionState }[];
  memberships: readonly { roles: readonly Role[] }[];
};

/** Each membership is two writes of the one transaction. */
export const mergedMembershipsMax = 20;
const pending: readonly RecordState[] = ['waiting', 'asked', 'signed_up'];
/** Served, and what it counts is not settled: by a scan, an organiser's word, or a public notice. */
const unsettled: readonly RecordState[] = ['checked_in', 'late', 'closed', 'typed'];

/** Why two accounts cannot be joined now; undefined when they can. In order of precedence. */
export function judgeMerge(facts: MergeFacts, now: number): RefusalCode | undefined {
  const { keep, closing, family, records, redemptions, memberships } = facts;
  if (keep.closed || closing.closed) return 'account_closed';
  if (!keep.registered) return 'not_registered';
  const ages = [keep, closing].flatMap(({ birthMonth }) => birthMonth ?? []);
  if (new Set(ages.map((one) => ageAt(one, now) < adultAge)).size > 1) return 'merge_of_ages';
  if (facts.realName) return 'merge_real_name';
  if (family && family.dependants.length + family.guardians.length > 0) return 'merge_family';
  const served = records.some(
    ({ state, endsAt, pointsWait }) =>
      unsettled.includes(state) || pointsWait === true || (pending.includes(state) && endsAt > now),
  );
  const reserved = redemptions.some(({ state }) => state === 'reserved');
  if (served || reserved || facts.owed > 0) return 'merge_unfinished';
  const holdsRole = memberships.some(({ roles }) => roles.some((role) => role !== 'member'));
  if (holdsRole) return 'merge_holds_roles';
  return memberships.length > mergedMembershipsMax ? 'merge_too_large' : undefined;
}

type Counted = {
  grade: EntryGrade;
  organisationId?: string;
  pack: string;
  packVersion: number;
  rawMinutes: number;
  creditedMinutes: number;
};

/**
 * What the entries of a book count, by grade, rule pack and who recorded them: so that a grade keeps its minutes, and an
 * organisation can still certify what it recorded.
 */
export function sumsOf(entries: readonly Counted[]): Counted[] {
  const sums = new Map<string, Counted>();
  for (const entry of entries) {
    const { grade, pack, packVersion, organisationId, rawMinutes, creditedMinutes } = entry;
    const name = `${grade} ${pack} ${packVersion} ${organisationId ?? ''}`;
    const sum = sums.get(name) ?? {
      ...{ grade, pack, packVersion, ...(organisationId !== undefined && { organisationId }) },
      ...{ rawMinutes: 0, creditedMinutes: 0 },
    };
    sums.set(name, {
      ...sum,
      rawMinutes: sum.rawMinutes + rawMinutes,
      creditedMinutes: sum.creditedMinutes + creditedMinutes,
    });
  }
  return [...sums.values()].filter((sum) => sum.rawMinutes !== 0 || sum.creditedMinutes !== 0);
}
