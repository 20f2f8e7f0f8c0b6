import { now } from '../platform/clock';

/**
 * Which shifts this function has just found full, so that a rush costs no write for those who come too late. It is
 * noted only after a strong read found no place anywhere, and forgotten by time: whoever comes so long after a place
 * was freed is never refused for it.
 */
const soldOutMs = 3_000;
const shiftsMax = 1_000;
const found = new Map<string, number>();

export function noteSoldOut(shiftId: string): void {
  const oldest = found.keys().next();
  if (found.size >= shiftsMax && !oldest.done) found.delete(oldest.value);
  found.delete(shiftId);
  found.set(shiftId, now());
}

export function isSoldOut(shiftId: string): boolean {
  const age = now() - (found.get(shiftId) ?? Number.NEGATIVE_INFINITY);
  return age >= 0 && age < soldOutMs;
}
