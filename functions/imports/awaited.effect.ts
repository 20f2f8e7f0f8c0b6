import { phoneMarkOf, profileOwnerOf } from '../keys';
import { now } from '../platform/clock';
import type { Change } from '../platform/stream';
import type { Way } from '../sessions/way.table';
import { phoneMarksOf } from '../volunteers/phone-marks';
import type { StoredProfile } from '../volunteers/volunteer.rules';
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
  await meetAwaited(volunteerId, await phoneMarksOf(volunteerId, after as StoredProfile), now());
}

async function meetByWay(mark: string, was: Way | undefined, is: Way | undefined): Promise<void> {
  if (is && is.volunteerId !== was?.volunteerId) await meetAwaited(is.volunteerId, [mark], now());
}
