import { walletKey } from '../keys';
import type { At, Versioned } from '../platform/table';

/**
 * The head of a volunteer's two ledgers. `version` is the only condition of every commit that touches it; whatever
 * the entries say in sum, this says at once.
 */
export type Wallet = Versioned & {
  /** Credited minutes. */
  minutes: number;
  /** Credited minutes by the day of the service, of the last two months: what the maxima are held against. */
  byDay: Record<string, number>;
  /** Points by the year they were earned in; never negative. */
  byYear: Record<string, number>;
  /** What is left of a point, in parts of 3,600: fractions of an hour are not lost. */
  pointParts: number;
  /** Points that a correction took back and the wallet no longer had; repaid out of what is earned later. */
  owed: number;
  hours: LedgerHead;
  points: LedgerHead;
};
/** The last entry: its sequence (0 = none yet) and its hash. */
export type LedgerHead = { sequence: number; hash: string };

export const walletAt = (volunteer: string): At<Wallet> => walletKey(volunteer);

export const emptyWallet: Wallet = {
  version: 1,
  minutes: 0,
  byDay: {},
  byYear: {},
  pointParts: 0,
  owed: 0,
  hours: { sequence: 0, hash: '' },
  points: { sequence: 0, hash: '' },
};

export const balanceOf = ({ byYear }: Wallet): number =>
  Object.values(byYear).reduce((sum, amount) => sum + amount, 0);
