import type { GateBatch } from '#shared/activities';
import { startOfStep, stepAt, stepSeconds } from '#shared/code';
import { forget, readStored, store } from '../../device/storage';

export type End = 'checkin' | 'checkout';
export type ShownCode = { token: string; digits: string; secondsLeft: number };

const stepMs = stepSeconds * 1_000;
/** Fetch a new batch when so little of the old one is left. */
const spareSteps = 40;

/** The code for a moment (server's ms) out of a pre-signed batch; undefined before it begins and after it ends. */
export function codeAt(batch: GateBatch, end: End, now: number): ShownCode | undefined {
  const step = stepAt(now);
  const code = batch[end][step - batch.firstStep];
  const left = startOfStep(step) + stepMs - now;
  return code && { ...code, secondsLeft: Math.max(1, Math.ceil(left / 1_000)) };
}

/** Whether a batch serves now and for a while, so that nothing has to be fetched. */
export function lasts(batch: GateBatch, now: number): boolean {
  const index = stepAt(now) - batch.firstStep;
  return index >= 0 && index + spareSteps < batch.checkin.length;
}

/** The batch is kept under its holder: it was issued to this member and to nobody else. */
const keyOf = (owner: string, shiftId: string) => `gate:${owner}:${shiftId}`;

export const readBatch = (owner: string, shiftId: string): GateBatch | undefined =>
  readStored<GateBatch>(keyOf(owner, shiftId));

export function keepBatch(owner: string, batch: GateBatch): void {
  store(keyOf(owner, batch.shiftId), batch);
}

export function dropBatch(owner: string, shiftId: string): void {
  forget(keyOf(owner, shiftId));
}
