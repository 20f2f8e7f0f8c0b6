import { createHash, randomBytes } from 'node:crypto';
import { dayMs, startOfDay } from '#shared/time';

/** Ids of the cloud are 48 bits in lower-case hex; creation is always put-if-absent. */
export const randomId = (): string => randomBytes(6).toString('hex');

/**
 * The id of what a person's request makes: the same request, resent, names the same thing, and nobody can name
 * another person's.
 */
export const idFor = (...cause: string[]): string =>
  createHash('sha256').update(cause.join('\n')).digest('hex').slice(0, 12);

const firstDay = startOfDay('20260101');

/** A shift's id carries its day: 13 bits of days since 2026 and 35 bits that its cause names. */
export function shiftIdFor(startOfItsDay: number, ...cause: string[]): string {
  const days = BigInt(Math.round((startOfItsDay - firstDay) / dayMs)) & 0x1fffn;
  const rest = BigInt(`0x${idFor(...cause)}`) & ((1n << 35n) - 1n);
  return ((days << 35n) | rest).toString(16).padStart(12, '0');
}

/** The first millisecond of the day a shift begins on: a code names the record's key without a read. */
export const startOfShiftDay = (shiftId: string): number =>
  firstDay + Number(BigInt(`0x${shiftId}`) >> 35n) * dayMs;
