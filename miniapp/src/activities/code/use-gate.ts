import { useCallback, useEffect, useRef, useState } from 'react';
import type { GateBatch } from '#shared/activities';
import { call, Refused, sentenceOf } from '../../api';
import { serverNow } from '../../clock';
import { ownerId } from '../../tokens';
import { codeAt, dropBatch, keepBatch, lasts, readBatch } from './batch';

export type Gate =
  | { state: 'loading' }
  | { state: 'open'; batch: GateBatch }
  /** Stopped by the organiser; nothing is shown until it is opened anew. */
  | { state: 'closed' }
  | { state: 'failed'; reason: string; refusal?: Refused };

const retryMs = 15_000;

/** The organiser's gate at one shift: its batch from the phone, renewed while there is network. */
export function useGate(shiftId: string) {
  const [gate, setGate] = useState<Gate>(() => keptGate(shiftId));
  const asking = useRef(false);
  const triedAt = useRef(0);

  const open = useCallback(async () => {
    const owner = ownerId();
    if (asking.current || !owner || !shiftId) return;
    asking.current = true;
    triedAt.current = Date.now();
    try {
      const batch = await call('POST /shifts/{shiftId}/gates', { shiftId });
      keepBatch(owner, batch);
      setGate({ state: 'open', batch });
    } catch (error) {
      setGate((now) => afterFailure(now, error));
    } finally {
      asking.current = false;
    }
  }, [shiftId]);

  /** Keeps the batch long enough; called with each tick. */
  const keepGoing = useCallback(() => {
    const due = gate.state === 'open' && !lasts(gate.batch, serverNow());
    if (due && Date.now() - triedAt.current > retryMs) void open();
  }, [gate, open]);

  /** Gives a sentence when it did not work. */
  const close = async (): Promise<string> => {
    const owner = ownerId();
    if (gate.state !== 'open' || !owner) return '';
    try {
      await call('DELETE /shifts/{shiftId}/gates/{gate}', { shiftId, gate: gate.batch.gate });
      dropBatch(owner, shiftId);
      setGate({ state: 'closed' });
      return '';
    } catch (error) {
      return sentenceOf(error);
    }
  };

  useEffect(() => {
    if (keptGate(shiftId).state !== 'open') void open();
  }, [shiftId, open]);
  return { gate, open, close, keepGoing };
}

function keptGate(shiftId: string): Gate {
  const owner = ownerId();
  const batch = owner ? readBatch(owner, shiftId) : undefined;
  return batch && codeAt(batch, 'checkin', serverNow())
    ? { state: 'open', batch }
    : { state: 'loading' };
}

/** Without network the batch at hand goes on; what the server refuses stops at once. */
function afterFailure(now: Gate, error: unknown): Gate {
  if (error instanceof Refused && error.status < 500 && error.status !== 429) {
    return { state: 'failed', reason: error.message, refusal: error };
  }
  if (now.state === 'open' && codeAt(now.batch, 'checkin', serverNow())) return now;
  const message = sentenceOf(error);
  return { state: 'failed', reason: message };
}
