import { randomBytes } from 'node:crypto';

/** What a one-time code stands for, and whether it can still be spent. */
export type Spent<T> = { value: T } | { refused: 'unknown' | 'used' | 'expired' };

const livesMs = 5 * 60_000;

/** One-time codes of five minutes, as wx.login and the phone button give them. `now` in ms. */
export function oneTimeCodes<T>(now: () => number) {
  const issued = new Map<string, { value: T; expiresAt: number; used: boolean }>();
  return {
    issue(value: T): string {
      for (const [code, { expiresAt }] of issued)
        if (expiresAt < now() - livesMs) issued.delete(code);
      const code = randomBytes(16).toString('hex');
      issued.set(code, { value, expiresAt: now() + livesMs, used: false });
      return code;
    },
    spend(code: string): Spent<T> {
      const known = issued.get(code);
      if (!known) return { refused: 'unknown' };
      if (known.used) return { refused: 'used' };
      if (known.expiresAt <= now()) return { refused: 'expired' };
      known.used = true;
      return { value: known.value };
    },
  };
}

const tokenSeconds = 7_200;
const renewedBeforeMs = 5 * 60_000;

/**
 * cgi-bin/stable_token: the same token while it lives, a new one in its last five minutes; the older one is good to
 * its own end. 512 characters, the length that the documents tell one to make room for.
 */
export function stableTokens(now: () => number) {
  let current: { token: string; endsAt: number } | undefined;
  let ends = new Map<string, number>();
  return {
    give(force: 'cached' | 'fresh'): { access_token: string; expires_in: number } {
      if (force === 'fresh') ends = new Map();
      if (!current || force === 'fresh' || current.endsAt - renewedBeforeMs <= now()) {
        const token = randomBytes(384).toString('base64url');
        current = { token, endsAt: now() + tokenSeconds * 1000 };
        ends.set(token, current.endsAt);
      }
      return {
        access_token: current.token,
        expires_in: Math.floor((current.endsAt - now()) / 1000),
      };
    },
    stateOf(token: string | null): 'good' | 'expired' | 'unknown' | 'absent' {
      if (!token) return 'absent';
      const endsAt = ends.get(token);
      if (endsAt === undefined) return 'unknown';
      return endsAt > now() ? 'good' : 'expired';
    },
  };
}
