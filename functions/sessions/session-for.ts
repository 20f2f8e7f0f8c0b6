import type { Response } from '#shared/api';
import type { Caller } from '../platform/session';
import { accessMs, refreshMs, signSession } from '../platform/session';

/** The two tokens of a new session. */
export function sessionFor(caller: Caller, now: number): Response<'POST /sessions'> {
  return {
    volunteerId: caller.volunteerId,
    accessToken: signSession(caller, 'access', now + accessMs),
    accessExpiresAt: now + accessMs,
    refreshToken: signSession(caller, 'refresh', now + refreshMs),
    now,
  };
}
