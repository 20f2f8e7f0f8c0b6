import type { CodeBatch } from '#shared/checkins';
import { startOfStep, stepAt, stepSeconds } from '#shared/code';
import { readStored, store } from '../../device/storage';

export type ShownCode = { token: string; secondsLeft: number };

const stepMs = stepSeconds * 1_000;
/** Fetch a new batch when so little of the old one is left: an hour without network is nothing unusual. */
const spareSteps = 240;

/** The code for a moment (server's ms) out of the batch; undefined before it begins and after it ends. */
export function codeAt({ tokens, firstStep }: CodeBatch, now: number): ShownCode | undefined {
  const step = stepAt(now);
  const token = tokens[step - firstStep];
  const left = startOfStep(step) + stepMs - now;
  return token === undefined
    ? undefined
    : { token, secondsLeft: Math.max(1, Math.ceil(left / 1_000)) };
}

/** Whether a batch serves now and for a while, so that nothing has to be fetched. */
export function lasts({ tokens, firstStep }: CodeBatch, now: number): boolean {
  const index = stepAt(now) - firstStep;
  return index >= 0 && index + spareSteps < tokens.length;
}

/** Until when it shows codes (ms). */
export const endOf = ({ tokens, firstStep }: CodeBatch): number =>
  startOfStep(firstStep + tokens.length);

/** The batch is its owner's: two people who share a phone each have their own. */
const keyOf = (owner: string) => `my-codes:${owner}`;

export const readBatch = (owner: string): CodeBatch | undefined =>
  readStored<CodeBatch>(keyOf(owner));

export function keepBatch(owner: string, batch: CodeBatch): void {
  store(keyOf(owner), batch);
}
