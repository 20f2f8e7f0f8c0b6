import { said } from '#shared/answers';
import { call, Refused, Unreachable } from './api';
import { loginCode } from './device/login';
import { keep, leave, usePerson } from './tokens';
import { useRoute } from './use-route';

/**
 * Signs in: silently in WeChat; in a browser as one of the local cloud's people (`who`). Throws Refused or
 * Unreachable.
 */
export async function signIn(who?: string): Promise<void> {
  const code = await loginCode(who);
  if (!code) throw new Refused('login_code_invalid', 401, said.login_code_invalid);
  keep(await call('POST /sessions', { code }));
}

/**
 * Signs out on every device of the person. Without network the person is signed out on this phone only. What waits
 * to be sent stays here for the next time.
 */
export async function signOut(): Promise<{ everywhere: boolean }> {
  const everywhere = await call('DELETE /sessions', {}).then(
    () => true,
    (error: unknown) => !(error instanceof Unreachable),
  );
  leave();
  return { everywhere };
}

/** The signed-in person as the cloud knows them. `guest`: nobody is signed in, and nothing is asked. */
export function useMe() {
  const signedIn = usePerson((it) => it.person !== undefined);
  const me = useRoute('GET /me', signedIn ? {} : undefined);
  return { ...me, guest: !signedIn };
}
