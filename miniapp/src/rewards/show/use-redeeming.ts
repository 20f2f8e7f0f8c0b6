import { useState } from 'react';
import type { RewardCard } from '#shared/rewards';
import { newRequestId } from '../../ids';
import type { Outcome } from '../../outbox';
import { submit, useOutcome } from '../../outbox';

const route = 'POST /redemptions';
type Redeemed = Outcome<typeof route>;

/**
 * One exchange: the id is made when the person agrees, kept before it is sent, and stays the same however often it is
 * sent. `outcome` follows it, from 待同步 to its answer.
 */
export function useRedeeming() {
  const [redemptionId, setId] = useState('');
  const [busy, setBusy] = useState(false);
  const [first, setFirst] = useState<Redeemed>();
  const later = useOutcome({ id: redemptionId, route });

  const redeem = async ({ rewardId, price }: Pick<RewardCard, 'rewardId' | 'price'>) => {
    if (busy) return;
    const id = newRequestId();
    setId(id);
    setBusy(true);
    const request = { redemptionId: id, rewardId, price };
    setFirst(await submit({ id, route, request }));
    setBusy(false);
  };
  const forget = () => {
    setId('');
    setFirst(undefined);
  };
  // While it is being sent it is pending too, but the person sees a busy button instead.
  const outcome = busy ? undefined : ((later?.outcome as Redeemed | undefined) ?? first);
  return { redemptionId, busy, outcome, redeem, forget };
}
export type Redeeming = ReturnType<typeof useRedeeming>;
