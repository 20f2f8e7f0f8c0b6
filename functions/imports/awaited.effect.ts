import { phoneMarkOf, profileOwnerOf } from '../keys';
import { now } from '../platform/clock';
import type { Change } from '../platform/stream';
import { read } from '../platform/table';
import { wayMarks } from '../platform/vault';
import type { Way } from '../sessions/way.table';
import { wayListAt } from '../sessions/way.table';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { phoneOf } from '../volunteers/volunteer.table';
import { meetAwaited } from './meet-awaited';

/**
 * Whoever verifies a number meets what awaits it, however they came to do so: the number becomes a way in, or its owner
 * registers after having signed in with it.
 */
export async function inviteAwaited({ key, before, after }: Change): Promise<void> {
  const mark = phoneMarkOf(key);
  if (mark !== undefined)
    await meetByWay(mark, before as Way | undefined, after as Way | undefined);
  const volunteerId = profileOwnerOf(key);
  if (volunteerId === undefined || before !== undefined || after === undefined) return;
  await meetAwaited(volunteerId, await marksOf(volunteerId, after as StoredProfile), now());
}

async function meetByWay(mark: string, was: Way | undefined, is: Way | undefined): Promise<void> {
  if (is && is.volunteerId !== was?.volunteerId) await meetAwaited(is.volunteerId, [mark], now());
}

/** The marks of the numbers that somebody has verified, under every living pepper where the number is known. */
async function marksOf(volunteerId: string, profile: StoredProfile): Promise<string[]> {
  const [list] = await read(wayListAt(volunteerId));
  const listed = (list?.ways ?? []).flatMap(({ kind, mark }) => (kind === 'phone' ? [mark] : []));
  if (!profile.phoneVerified) return listed;
  const own = wayMarks('phone', phoneOf(volunteerId, profile)).map(({ mark }) => mark);
  return [...listed, ...own];
}
