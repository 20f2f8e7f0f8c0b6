import { read } from '../platform/table';
import { wayMarks } from '../platform/vault';
import { wayListAt } from '../sessions/way.table';
import type { StoredProfile } from './volunteer.rules';
import { phoneOf } from './volunteer.table';

/** The marks of the numbers that somebody has verified, under every living pepper where the number is known. */
export async function phoneMarksOf(volunteerId: string, profile: StoredProfile): Promise<string[]> {
  const [list] = await read(wayListAt(volunteerId));
  const listed = (list?.ways ?? []).flatMap(({ kind, mark }) => (kind === 'phone' ? [mark] : []));
  if (!profile.phoneVerified) return listed;
  const own = wayMarks('phone', phoneOf(volunteerId, profile)).map(({ mark }) => mark);
  return [...new Set([...listed, ...own])];
}
