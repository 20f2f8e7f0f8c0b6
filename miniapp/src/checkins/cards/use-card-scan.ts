import { useRef, useState } from 'react';
import type { CountersignedReceipt } from '#shared/checkins';
import { kindOf, readScanned } from '#shared/code';
import { call, Unreachable } from '../../api';
import type { scanCode } from '../../device/scan';
import { vibrate } from '../../device/vibrate';
import { newRequestId } from '../../ids';
import { useCommand } from '../../use-command';

type End = 'checkin' | 'checkout';

/** One card after the other. The same card at the same end keeps its id until an answer came, however often it is scanned. */
export function useCardScan(shiftId: string) {
  const { busy, said, run } = useCommand();
  const [unread, say] = useState('');
  const [receipt, show] = useState<CountersignedReceipt>();
  const last = useRef<{ token: string; kind: End; scanId: string }>();

  const scan = async (kind: End, see: typeof scanCode) => {
    say('');
    const seen = await see();
    if (seen.status === 'unavailable') say(seen.reason);
    if (seen.status !== 'read') return;
    const read = readScanned(seen.text);
    if (!read || !('token' in read) || kindOf(read.token) !== 'volunteer') {
      return say('这不是志愿者的码，请扫对方的“我的码”或志愿者卡');
    }
    const { token } = read;
    const known = last.current?.token === token && last.current.kind === kind;
    const scanId = (known && last.current?.scanId) || newRequestId();
    last.current = { token, kind, scanId };
    await run(async () => {
      const answer = await call('POST /checkins/countersigned', {
        ...{ scanId, token, shiftId, kind },
      }).catch((error: unknown) => {
        // Only without an answer the scan may have counted: then the same id asks again.
        if (!(error instanceof Unreachable)) last.current = undefined;
        throw error;
      });
      last.current = undefined;
      vibrate();
      show(answer);
    });
  };
  return {
    ...{ busy, receipt, scan },
    said: unread || said,
    reset: () => show(undefined),
  };
}
