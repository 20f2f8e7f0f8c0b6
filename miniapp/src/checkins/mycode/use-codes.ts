import { useCallback, useEffect, useRef, useState } from 'react';
import type { CodeBatch } from '#shared/checkins';
import { call, Refused, sentenceOf } from '../../api';
import { serverNow } from '../../clock';
import { codeAt, keepBatch, lasts, readBatch } from './batch';

export type Codes =
  | { state: 'loading' }
  | { state: 'open'; batch: CodeBatch }
  | { state: 'refused'; refusal: Refused }
  | { state: 'failed'; reason: string };

const retryMs = 15_000;

/** One's own codes: the batch on the phone, renewed while there is network. */
export function useCodes(owner: string | undefined) {
  const [codes, setCodes] = useState<Codes>(() => keptCodes(owner));
  const asking = useRef(false);
  const triedAt = useRef(0);

  const fetch = useCallback(async () => {
    if (asking.current || owner === undefined) return;
    asking.current = true;
    triedAt.current = Date.now();
    try {
      const batch = await call('POST /me/codes', {});
      keepBatch(owner, batch);
      setCodes({ state: 'open', batch });
    } catch (error) {
      setCodes((now) => afterFailure(now, error));
    } finally {
      asking.current = false;
    }
  }, [owner]);

  /** Keeps the batch long enough; called with each tick. */
  const keepGoing = useCallback(() => {
    const due = codes.state === 'open' && !lasts(codes.batch, serverNow());
    if (due && Date.now() - triedAt.current > retryMs) void fetch();
  }, [codes, fetch]);

  useEffect(() => {
    const kept = keptCodes(owner);
    setCodes(kept);
    if (kept.state !== 'open') void fetch();
  }, [owner, fetch]);
  return { codes, fetch, keepGoing };
}

function keptCodes(owner: string | undefined): Codes {
  const batch = owner === undefined ? undefined : readBatch(owner);
  return batch && codeAt(batch, serverNow()) ? { state: 'open', batch } : { state: 'loading' };
}

/** Without network the batch at hand goes on; what the server refuses stops at once. */
function afterFailure(now: Codes, error: unknown): Codes {
  if (error instanceof Refused && error.status < 500 && error.status !== 429) {
    return { state: 'refused', refusal: error };
  }
  if (now.state === 'open' && codeAt(now.batch, serverNow())) return now;
  return { state: 'failed', reason: sentenceOf(error) };
}
