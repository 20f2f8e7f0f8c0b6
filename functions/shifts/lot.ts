import { createHmac } from 'node:crypto';
import { secretsOf } from '../platform/config';
import type { Lot } from './recheck.rules';

const range = 2 ** 32;

/** A shift's lot: the same at every look, and nobody outside can foresee it. */
export function lotOf(shiftId: string): Lot {
  const [{ key }] = secretsOf('CODE_MASTERS');
  const mark = createHmac('sha256', key).update(`recheck ${shiftId}`).digest();
  return { chance: mark.readUInt32BE(0) / range, moment: mark.readUInt32BE(4) / range };
}
