import type { EvidenceRow } from '#shared/suspicions';
import type { HoursEntry } from '../hours/hours.table';
import { hoursAt } from '../hours/hours.table';
import { isAsHashed } from '../ledger/chain';
import { read } from '../platform/table';
import { doubtsOf } from '../records/grade.rules';
import type { Evidence, ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { isMinor } from '../volunteers/minor.rules';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { maskName } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';

/** What stands behind services: the record, its ends, who typed and agreed, and the entry of the ledger with its hash. */
export type RecordName = { volunteerId: string; shiftId: string };

/** The names of people as an auditor sees them: masked, none of anybody under 18. */
export type Names = (volunteerId: string) => string;

const minorName = '未成年人';
const goneName = '已注销的账号';

export async function namesOf(ids: readonly string[], now: number): Promise<Names> {
  const own = [...new Set(ids)].slice(0, 100);
  const profiles = await read(...own.map(profileAt));
  const names = new Map(
    own.map((id, index) => [id, nameOf(profiles[index] as StoredProfile | undefined, now)]),
  );
  return (id) => names.get(id) ?? goneName;
}

function nameOf(profile: StoredProfile | undefined, now: number): string {
  if (!profile) return goneName;
  return isMinor(profile, now) ? minorName : maskName(profile.name);
}

/** The records named, in their order, those that are gone left out. At most 30. */
export async function evidenceRows(
  rows: readonly RecordName[],
  now: number,
): Promise<EvidenceRow[]> {
  const records = await read(
    ...rows.map(({ volunteerId, shiftId }) => recordAt(volunteerId, shiftId)),
  );
  const living = records.filter((it): it is ServiceRecord => it !== undefined);
  const entries = await read(
    ...living.map(({ volunteerId, hoursSequence }) =>
      hoursSequence === undefined ? undefined : hoursAt(volunteerId, hoursSequence),
    ),
  );
  const names = await namesOf(living.flatMap(peopleIn), now);
  return living.map((record, index) =>
    evidenceRow(record, entries[index] as HoursEntry | undefined, names),
  );
}

const peopleIn = ({ volunteerId, inEvidence, outEvidence, typing, decision }: ServiceRecord) =>
  [
    volunteerId,
    inEvidence?.countersignedBy,
    outEvidence?.countersignedBy,
    typing?.by,
    typing?.approvedBy,
    decision?.by,
  ].flatMap((one) => one ?? []);

function evidenceRow(
  record: ServiceRecord,
  entry: HoursEntry | undefined,
  names: Names,
): EvidenceRow {
  const { volunteerId, title, placeName, startsAt, endsAt, state } = record;
  const { inAt, inEvidence, outAt, outEvidence } = record;
  const personName = names(volunteerId);
  return {
    ...{ personName, minor: personName === minorName },
    ...{ title, placeName, startsAt, endsAt, state },
    ...(inAt !== undefined && { in: endOf(inAt, inEvidence, names) }),
    ...(outAt !== undefined && { out: endOf(outAt, outEvidence, names) }),
    // How far is too far is the shift's; what the evidence itself says stands here.
    doubts: doubtsOf(record, { radiusMeters: Number.POSITIVE_INFINITY }),
    ...wordsOf(record, entry, names),
    ...(entry && { entry: entryOf(entry) }),
  };
}

function endOf(at: number, evidence: Evidence | undefined, names: Names) {
  if (!evidence) return { at, how: 'confirmed' as const };
  const { by, countersignedBy, late, arrivedAt } = evidence;
  return {
    ...{ at, how: by },
    ...(countersignedBy !== undefined && { byName: names(countersignedBy) }),
    ...(late && arrivedAt !== undefined && { lateAt: arrivedAt }),
  };
}

function wordsOf({ typing, decision }: ServiceRecord, entry: HoursEntry | undefined, names: Names) {
  const approved = typing?.approvedBy !== undefined && !decision && entry;
  return {
    ...(typing && {
      typing: {
        ...{ byName: names(typing.by), at: typing.at, says: typing.note, reason: typing.reason },
      },
    }),
    ...(decision && {
      decision: { byName: names(decision.by), at: decision.at, says: decision.reason },
    }),
    ...(approved && {
      decision: { byName: names(typing.approvedBy ?? ''), at: entry.at, says: '通过补录' },
    }),
  };
}

function entryOf(entry: HoursEntry) {
  const { sequence, grade, rawMinutes, creditedMinutes, hash, at } = entry;
  const holds = isAsHashed(entry);
  const pack = `${entry.pack} ${entry.packVersion}`;
  return { sequence, grade, rawMinutes, creditedMinutes, hash, at, holds, pack };
}

/** One entry of the ledger, with the record that it came from where there is one. */
export async function chainOfEntry(
  volunteerId: string,
  entry: HoursEntry,
  now: number,
): Promise<{ row: EvidenceRow; people: string[] }> {
  const [record] = await read(recordAt(volunteerId, entry.causeId));
  const people = record ? peopleIn(record) : [volunteerId];
  const names = await namesOf(people, now);
  return {
    row: record ? evidenceRow(record, entry, names) : bareRow(volunteerId, entry, names),
    people,
  };
}

/** Hours that another system or another account brought: there is no record here. */
function bareRow(volunteerId: string, entry: HoursEntry, names: Names): EvidenceRow {
  const servedAt = entry.servedFrom ?? entry.at;
  const personName = names(volunteerId);
  return {
    ...{ personName, minor: personName === minorName, title: entry.title, placeName: '' },
    ...{ startsAt: servedAt, endsAt: servedAt, state: 'credited', doubts: [] },
    entry: entryOf(entry),
  };
}
