import type { StreamSettings } from './packaged';

/** A record as Lambda hands it over. */
export type StreamRecord = { eventID?: string; dynamodb: { SequenceNumber: string } };
/** Calls the function with the records; throws what it throws. */
export type Deliver<R> = (records: R[]) => Promise<unknown>;
/** `bisectBatchOnFunctionError` and the rest as in serverless.yml. */
type Terms<R> = Omit<StreamSettings, 'batchSize'> & {
  deliver: Deliver<R>;
  /** Records that were given up, which the cloud would report to the failure queue. */
  onDead: (records: R[], reason: string) => void;
  /** Waits before a repetition; `attempt` counts from 1. */
  pause: (attempt: number) => Promise<void>;
};
type Batch<R> = { records: R[]; retries: number };
type Outcome = { done: true } | { done: false; from: number; whole: boolean; reason: string };

/**
 * Hands one batch to a stream reader with Lambda's semantics, in order: what a partial failure names and all after it
 * come again; a batch that fails as a whole is halved, which costs no retry; what still fails after the retries is given up so
 * that the stream goes on.
 */
export async function deliverBatch<R extends StreamRecord>(records: R[], terms: Terms<R>) {
  const waiting: Batch<R>[] = [{ records, retries: 0 }];
  for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
    if (batch.records.length === 0) continue;
    const outcome = await outcomeOf(batch.records, terms.deliver);
    if (!outcome.done) waiting.unshift(...(await next(batch, outcome, terms)));
  }
}

async function outcomeOf<R extends StreamRecord>(
  records: R[],
  deliver: Deliver<R>,
): Promise<Outcome> {
  try {
    return outcomeOfAnswer(records, await deliver(records));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { done: false, from: 0, whole: true, reason };
  }
}

/** The earliest record that is named is where the batch goes on; a name that is none fails the batch as a whole. */
function outcomeOfAnswer<R extends StreamRecord>(records: R[], answer: unknown): Outcome {
  const failures = (answer as { batchItemFailures?: { itemIdentifier?: unknown }[] } | null)
    ?.batchItemFailures;
  if (!failures || failures.length === 0) return { done: true };
  const places = failures.map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
  );
  const whole = places.includes(-1);
  const reason = 'reported in batchItemFailures';
  return { done: false, from: whole ? 0 : Math.min(...places), whole, reason };
}

async function next<R extends StreamRecord>(
  { records, retries }: Batch<R>,
  { from, whole, reason }: Extract<Outcome, { done: false }>,
  { bisectBatchOnFunctionError: bisect, maximumRetryAttempts, onDead, pause }: Terms<R>,
): Promise<Batch<R>[]> {
  const left = records.slice(from);
  if (whole && bisect && left.length > 1) {
    const middle = Math.ceil(left.length / 2);
    return [left.slice(0, middle), left.slice(middle)].map((half) => ({ records: half, retries }));
  }
  if (retries < maximumRetryAttempts) {
    await pause(retries + 1);
    return [{ records: left, retries: from > 0 ? 0 : retries + 1 }];
  }
  const dead = bisect ? left.slice(0, 1) : left;
  onDead(dead, reason);
  return [{ records: left.slice(dead.length), retries: 0 }];
}
