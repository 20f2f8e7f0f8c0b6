import type { ReadingKind, ReadingPurpose } from '#shared/dependants';
import { hourMs } from '#shared/time';
import { idFor } from '../platform/ids';
import { commit, create, read, untilWon } from '../platform/table';
import { isMinor } from './minor.rules';
import type { Reading } from './reading.table';
import { readingAt } from './reading.table';
import type { StoredProfile } from './volunteer.rules';
import { maskName } from './volunteer.rules';
import { profileAt } from './volunteer.table';

export type StaffReading = {
  /** Who reads. */
  readerId: string;
  organisationId: string;
  organisationName: string;
  kind: ReadingKind;
  /** What is read, as the guardian is told: the activity's title, the organisation's name. */
  title: string;
  /** Without one, minors are withheld. */
  purpose: ReadingPurpose | undefined;
  now: number;
};

/**
 * Which of the volunteers (at most 50) the staff do not get to see: the minors, unless the reading has a purpose. Then
 * each minor gets a line that says who read, once an hour; if the lines cannot be written, the reading fails.
 */
export async function withheldMinors(
  volunteerIds: string[],
  reading: StaffReading,
): Promise<Set<string>> {
  const { readerId, purpose, now } = reading;
  const others = [...new Set(volunteerIds)].filter((one) => one !== readerId);
  const [reader, ...profiles] = await read(profileAt(readerId), ...others.map(profileAt));
  const minors = others.filter((_, index) => {
    const profile = profiles[index] as StoredProfile | undefined;
    return profile !== undefined && isMinor(profile, now);
  });
  if (purpose === undefined) return new Set(minors);
  await note(minors, { ...reading, purpose, maskedName: maskName(reader?.name ?? '') });
  return new Set();
}

type Named = StaffReading & { purpose: ReadingPurpose; maskedName: string };

async function note(minors: string[], reading: Named): Promise<void> {
  const { readerId, maskedName, organisationId, organisationName, kind, title, purpose } = reading;
  const at = reading.now - (reading.now % hourMs);
  const line: Reading = {
    ...{ at, readerId, maskedName, organisationId, organisationName, kind, title, purpose },
  };
  const mark = idFor('reading', readerId, organisationId, kind, title, purpose);
  await untilWon(async () => {
    const places = minors.map((minor) => readingAt(minor, at, mark));
    const known = await read(...places);
    const missing = places.filter((_, index) => known[index] === undefined);
    if (missing.length > 0) await commit(missing.map((place) => create(place, line)));
  });
}
