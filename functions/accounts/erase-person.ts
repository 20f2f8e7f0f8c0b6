import type { Certificate } from '../certificates/certificate.rules';
import { erased } from '../certificates/certificate.rules';
import { certificateAt, certificateFileKey } from '../certificates/certificate.table';
import type { Complaint } from '../complaints/complaint.rules';
import { complaintAt } from '../complaints/complaint.table';
import { noFamily, parted } from '../dependants/link.rules';
import { familyAt, linkAt, unlinked } from '../dependants/link.table';
import { certificatePrefix } from '../evidence-keys';
import {
  membershipsIndex,
  myComplaintsIndex,
  pastMembershipsIndex,
  proposedIndex,
} from '../indexes';
import {
  erasurePrefix,
  exportKey,
  hoursPrefix,
  postingPrefix,
  profileKey,
  recordPrefix,
  redemptionPrefix,
  walletKey,
  wayListKey,
} from '../keys';
import type { Membership } from '../organisations/membership.rules';
import { afterEvent } from '../organisations/membership.rules';
import { saveMember } from '../organisations/membership.table';
import type { Organisation } from '../organisations/organisation.rules';
import { memberAt, organisationAt } from '../organisations/organisation.table';
import { putFile } from '../platform/files';
import { itemsOf } from '../platform/pages';
import type { Key } from '../platform/table';
import { commit, read, replace, untilWon } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { goneName, personErased } from '../records/witness.rules';
import { wayListAt } from '../sessions/way.table';
import { gone } from '../signups/standing';
import { profileAt } from '../volunteers/volunteer.table';
import type { Export } from './account.rules';
import type { Kinds } from './erased.rules';
import { blankOf, fateOf, tombstone } from './erased.rules';

type Row = Key & { version?: number };

/**
 * Erases a person everywhere: families, organisations, complaints, files, and every row under their number but the
 * ledger's; and the same under the numbers of the accounts that were merged into theirs. Done again, it finds nothing
 * left to do; a restore from before is erased again by the same words.
 */
export async function erasePerson(volunteerId: string, now: number): Promise<void> {
  const [list] = await read(wayListAt(volunteerId));
  for (const one of [volunteerId, ...(list?.merged ?? [])]) await eraseAccount(one, now);
}

async function eraseAccount(volunteerId: string, now: number): Promise<void> {
  await leaveFamilies(volunteerId, now);
  for (const index of [membershipsIndex, pastMembershipsIndex]) {
    for await (const member of itemsOf<Membership>({ index: 'gx1', pk: index(volunteerId) })) {
      await leaveOrganisation(member);
    }
  }
  for await (const one of itemsOf<Organisation>({ index: 'gx1', pk: proposedIndex(volunteerId) })) {
    await blankProposer(one.organisationId);
  }
  for await (const { complaintId } of itemsOf<Complaint>({
    index: 'gx1',
    pk: myComplaintsIndex(volunteerId),
  })) {
    await blankComplaint(complaintId);
  }
  for await (const row of itemsOf<Row>({ pk: profileKey(volunteerId).pk }))
    await eraseRow(row, { volunteerId, now });
}

const kinds: Kinds = {
  profile: profileKey('').sk,
  records: recordPrefix,
  certificates: certificatePrefix,
  staying: [
    // The ledger, and the causes that its postings name: a gift and a station, nobody's name.
    ...[walletKey('').sk, hoursPrefix, postingPrefix, redemptionPrefix],
    // The list of ways, which is empty by now, and how far this very deletion has come.
    ...[wayListKey('').sk, erasurePrefix],
  ],
};

async function eraseRow(row: Row, { volunteerId, now }: { volunteerId: string; now: number }) {
  const { pk, sk } = row;
  switch (fateOf(sk, kinds)) {
    case 'stays':
      return;
    case 'record':
      return eraseRecord(row as Row & ServiceRecord);
    case 'certificate':
      return eraseCertificate(row as Row & Certificate);
    case 'profile':
      return untilWon(async () => {
        const [profile] = await read(profileAt(volunteerId));
        if (profile) await commit([replace(profileAt(volunteerId), tombstone(profile))]);
      });
    case 'blank':
      if (sk === exportKey('').sk) await emptyFile(row as Row & Partial<Export>);
      await commit([{ Put: { Item: { pk, sk, ...blankOf(row, now) } } }]);
  }
}

/** What is still to come is withdrawn, so that the place goes to the next in line. */
async function eraseRecord({ volunteerId, shiftId }: ServiceRecord): Promise<void> {
  await untilWon(async () => {
    const at = recordAt(volunteerId, shiftId);
    const [record] = await read(at);
    if (!record) return;
    const erased = personErased(record);
    const ends = ['waiting', 'asked', 'signed_up'].includes(record.state);
    await commit([replace(at, ends ? gone(erased, 'self') : erased)]);
  });
}

/** The number, its sums and whether it holds stay: whoever was shown it may still ask. Its paper is emptied. */
async function eraseCertificate({ volunteerId, certificateId }: Certificate): Promise<void> {
  await untilWon(async () => {
    const at = certificateAt(volunteerId, certificateId);
    const [certificate] = await read(at);
    if (certificate) await commit([replace(at, erased(certificate, goneName))]);
  });
  await putFile(certificateFileKey(certificateId), 'application/pdf', '');
}

/** Over an export there is an empty file; the bucket's own seven days take that, too. */
async function emptyFile({ fileKey }: Partial<Export>): Promise<void> {
  if (fileKey !== undefined) await putFile(fileKey, 'application/json', '{}');
}

async function leaveOrganisation({ organisationId, volunteerId }: Membership): Promise<void> {
  await untilWon(async () => {
    const [member] = await read(memberAt(organisationId, volunteerId));
    if (!member) return;
    const { rolesEndAt: _, ...bare } = member;
    const state = afterEvent(member.state, 'leave') ?? member.state;
    await commit([saveMember(member, { ...bare, state, roles: [], maskedName: goneName })]);
  });
}

async function blankProposer(organisationId: string): Promise<void> {
  await untilWon(async () => {
    const at = organisationAt(organisationId);
    const [organisation] = await read(at);
    if (!organisation) return;
    await commit([replace(at, { ...organisation, proposerName: goneName })]);
  });
}

/** The organisation still answers for what was complained of; in whose words is nobody's business any more. */
async function blankComplaint(complaintId: string): Promise<void> {
  await untilWon(async () => {
    const [complaint] = await read(complaintAt(complaintId));
    if (!complaint) return;
    await commit([replace(complaintAt(complaintId), { ...complaint, text: goneName })]);
  });
}

/** Ends every link, so that the others’ families know it. */
async function leaveFamilies(volunteerId: string, now: number): Promise<void> {
  const [own] = await read(familyAt(volunteerId));
  const pairs = [
    ...(own?.guardians ?? []).map((guardianId) => ({ guardianId, dependantId: volunteerId })),
    ...(own?.dependants ?? []).map((dependantId) => ({ guardianId: volunteerId, dependantId })),
  ];
  for (const pair of pairs) {
    await untilWon(async () => {
      const [link, guardian = noFamily, dependant = noFamily] = await read(
        linkAt(pair.guardianId, pair.dependantId),
        familyAt(pair.guardianId),
        familyAt(pair.dependantId),
      );
      if (!link || link.endedAt !== undefined) return;
      const ended = { ...link, endedAt: now, endedBy: volunteerId };
      await commit(unlinked(ended, parted({ guardian, dependant }, pair)));
    });
  }
}
