import { createHash } from 'node:crypto';
import { claimKey } from '../keys';
import type { At, Versioned } from '../platform/table';
import type { Evidence } from '../records/record.rules';

/** A scan that waits for its owner. It is marked when used, never deleted before it expires. */
export type Claim = Versioned & {
  kind: 'checkin' | 'checkout';
  shiftId: string;
  title: string;
  /** When the scan arrived: that is the time it counts for. */
  at: number;
  evidence: Omit<Evidence, 'scanId'>;
  usableUntil: number;
  usedBy?: string;
  /** TTL, in seconds. */
  expiresAt: number;
};

export const claimAt = (claim: string): At<Claim> => claimKey(claim);

/**
 * One claim for a person, a shift and an end: whoever cannot say the binder (the login's mark in WeChat, the browser's
 * own key elsewhere) cannot name it.
 */
export const claimIdOf = (binder: string, shiftId: string, kind: string): string =>
  createHash('sha256').update([binder, shiftId, kind].join('\n')).digest('base64url');
