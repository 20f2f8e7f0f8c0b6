import { walletKey } from '../keys';
import type { At, Versioned } from '../platform/table';

/**
 * The head of a volunteer's two ledgers. `version` is the only condition of every commit that touches it; whatever
 * the entries say in sum, this says at once.
 */
export type Wallet = Versioned & {
  /** Credited minutes. */
  minutes: number;
  /** Points by the year they were earned in; never negative. */
  byYear: Record<string, number>;
  /** What is left of a point, in sixtieths: fractions of an hour are not lost. */
  pointSixtieths: number;
  hours: LedgerHead;
  points: LedgerHead;
};
/** The last entry: its sequence (0 = none yet) and its hash. */
export type LedgerHead = { sequence: number; hash: string };

export const walletAt = (volunteer: string): At<Wallet> => walletKey(volunteer);

export const emptyWallet: Wallet = {
  version: 1,
  minutes: 0,
  byYear: {},
  pointSixtieths: 0,
  hours: { sequence: 0, hash: '' },
  points: { sequence: 0, hash: '' },
};

export const balanceOf = ({ byYear }: Wallet): number =>
  Object.values(byYear).reduce((sum, amount) => sum + amount, 0);
