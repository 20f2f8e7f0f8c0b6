import { dayMs } from '#shared/time';
import { goneName } from '../records/witness.rules';
import type { StoredProfile } from '../volunteers/volunteer.rules';

/** What becomes of a row under a person's number when the person is deleted. */
export type Fate = 'stays' | 'record' | 'profile' | 'certificate' | 'blank';

/** Which rows are which, by how their sort keys begin. */
export type Kinds = {
  profile: string;
  records: string;
  certificates: string;
  staying: readonly string[];
};

/**
 * By the row's sort key. What stays is named; everything else is blanked, so that a kind of row that is new is not
 * forgotten.
 */
export function fateOf(sk: string, { profile, records, certificates, staying }: Kinds): Fate {
  if (sk === profile) return 'profile';
  if (sk.startsWith(records)) return 'record';
  if (sk.startsWith(certificates)) return 'certificate';
  return staying.some((it) => sk.startsWith(it)) ? 'stays' : 'blank';
}

/** A row without anything in it; the table's own clock removes it a day later. `now` in ms. */
export const blankOf = (row: { version?: number }, now: number) => ({
  version: (row.version ?? 0) + 1,
  erasedAt: now,
  expiresAt: Math.ceil((now + dayMs) / 1000),
});

/** What stands where a profile was: nobody, of no age that is protected or refused. */
export const tombstone = ({
  version,
  district,
  registeredAt,
}: Pick<StoredProfile, 'version' | 'district' | 'registeredAt'>): StoredProfile => ({
  version,
  name: goneName,
  district,
  birthMonth: '190001',
  sealedPhone: '',
  phoneVerified: false,
  registeredAt,
  consents: [],
  realNameLevel: 0,
  skills: [],
  wishes: [],
  trainings: [],
});
