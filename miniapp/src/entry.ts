import { sentenceOf } from './api';
import { fetchAndKeep, keyOf, readKept } from './cache';
import { silentLogin } from './device/login';
import { go } from './go';
import { signIn } from './session';
import { person } from './tokens';

/**
 * Whether the person may do what needs a registered volunteer. `away`: they were sent to sign in or to register, and
 * come back by themselves. `failed`: why neither was possible now.
 */
export type Entry = { status: 'ready' } | { status: 'away' } | { status: 'failed'; reason: string };

/** Signs in if need be and looks whether the person has registered; sends them where something is missing. */
export async function enter(): Promise<Entry> {
  try {
    if (!person() && !silentLogin) {
      go('/volunteers/people/index');
      return { status: 'away' };
    }
    if (!person()) await signIn();
    if (await isRegistered()) return { status: 'ready' };
    go('/volunteers/register/index');
    return { status: 'away' };
  } catch (error) {
    return { status: 'failed', reason: sentenceOf(error) };
  }
}

/**
 * Whether the signed-in person has registered. Once known it is known without network; nobody registers twice.
 * Throws Refused or Unreachable when it is not known and cannot be asked.
 */
export async function isRegistered(): Promise<boolean> {
  if (readKept<{ profile?: object }>(keyOf('GET /me', {}))?.data.profile) return true;
  return (await fetchAndKeep('GET /me', {})).data.profile !== undefined;
}
