import { create } from 'zustand';
import type { ClaimShown } from '#shared/checkins';
import { serverNow } from '../../clock';
import { forget, readStored, store } from '../../device/storage';

/** A newcomer's scan that the cloud keeps for ten minutes; `scanId` is made with it, so that it is confirmed once. */
export type Claim = ClaimShown & { scanId: string; browserKey?: string | undefined };

const key = 'claim';

export const useClaim = create<{ claim: Claim | undefined }>(() => ({
  claim: readStored<Claim>(key),
}));

export function keepClaim(claim: Claim): void {
  store(key, claim);
  useClaim.setState({ claim });
}

export function dropClaim(): void {
  forget(key);
  useClaim.setState({ claim: undefined });
}

/** Whether it can still be confirmed, by the server's time. */
export const isOpen = (claim: Claim): boolean => serverNow() < claim.expiresAt;
