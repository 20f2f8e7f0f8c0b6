import { appliedKey, profileOwnerOf } from '../keys';
import { Refusal } from '../platform/refuse';
import { sendGuardianWord } from '../platform/sms';
import type { Change } from '../platform/stream';
import { marked } from '../platform/stream';
import { commit, or } from '../platform/table';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { maskName } from '../volunteers/volunteer.rules';
import { guardianPhoneOf } from '../volunteers/volunteer.table';

/**
 * Whoever registers between 14 and 17 names a guardian, and the guardian is told by SMS. Marked before it is sent: at
 * most one message, whatever is delivered again. A stage without an approved template tells nobody.
 */
export async function tellGuardian({ eventId, key, before, after }: Change): Promise<void> {
  const volunteerId = profileOwnerOf(key);
  const profile = after as StoredProfile | undefined;
  const sealed = profile?.sealedGuardianPhone;
  if (!volunteerId || before !== undefined || !profile || sealed === undefined) return;
  if (!process.env.SMS_GUARDIAN_TEMPLATE_ID) return;
  const mark = or(marked(appliedKey('guardian-told', eventId)), 'told');
  if ((await commit([mark])) === 'told') return;
  // A provider that says no must not hold up what follows in the stream.
  await sendGuardianWord(guardianPhoneOf(volunteerId, sealed), maskName(profile.name)).catch(
    orRefused,
  );
}

function orRefused(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error;
}
