import { familyAt, linkAt } from '../dependants/link.table';
import { membershipsIndex } from '../indexes';
import {
  consentPrefix,
  hoursPrefix,
  noticePrefix,
  postingPrefix,
  profileKey,
  recordPrefix,
  redemptionPrefix,
} from '../keys';
import { walletAt } from '../ledger/wallet.table';
import { pagesOf } from '../platform/pages';
import { read } from '../platform/table';
import { wayListAt } from '../sessions/way.table';
import { maskIdentity } from '../volunteers/identity.rules';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { emergencyOf, identityOf, phoneOf, profileAt } from '../volunteers/volunteer.table';
import { ownPart } from './export.rules';

/** The parts of the file that are lists of rows, by where the rows lie. */
const lists = {
  consents: consentPrefix,
  records: recordPrefix,
  hours: hoursPrefix,
  points: postingPrefix,
  redemptions: redemptionPrefix,
  notices: noticePrefix,
} as const;

type Progress = (rows: number) => Promise<void>;
type Rows = Record<string, unknown>[];

/** Everything about a person, as one object. `onRows` hears how many rows there are so far. */
export async function collected(volunteerId: string, now: number, onRows: Progress) {
  const [profile, wallet, ways, family] = await read(
    profileAt(volunteerId),
    walletAt(volunteerId),
    wayListAt(volunteerId),
    familyAt(volunteerId),
  );
  const parts: Record<string, Rows> = {};
  let rows = 0;
  for (const [name, prefix] of Object.entries(lists)) {
    parts[name] = [];
    for await (const page of pagesOf<object>({ pk: profileKey(volunteerId).pk, prefix })) {
      parts[name].push(...page.map(ownPart));
      rows += page.length;
      await onRows(rows);
    }
  }
  const memberships: Rows = [];
  for await (const page of pagesOf<object>({ index: 'gx1', pk: membershipsIndex(volunteerId) })) {
    memberships.push(...page.map(ownPart));
    rows += page.length;
  }
  return {
    rows,
    file: {
      madeAt: new Date(now).toISOString(),
      volunteerId,
      ...(profile && { profile: profileIn(volunteerId, profile) }),
      wallet: wallet && ownPart(wallet),
      waysIn: (ways?.ways ?? []).map(({ kind, since, masked }) => ({ kind, since, masked })),
      dependants: await linksOf(volunteerId, family?.dependants ?? []),
      memberships,
      ...parts,
    },
  };
}

/** Whom one looks after, as what and since when; who they are is theirs. */
async function linksOf(volunteerId: string, dependants: string[]) {
  const links = await read(...dependants.map((it) => linkAt(volunteerId, it)));
  return links.flatMap((link) => (link ? [{ relation: link.relation, since: link.since }] : []));
}

/** One's own data in the clear; the identity number alone stays in the form in which it is always shown. */
function profileIn(volunteerId: string, profile: StoredProfile) {
  const number = identityOf(volunteerId, profile);
  return {
    ...ownPart(profile),
    phone: phoneOf(volunteerId, profile),
    ...(number !== undefined && { identityNumber: maskIdentity(number) }),
    emergencyContact: emergencyOf(volunteerId, profile),
  };
}
