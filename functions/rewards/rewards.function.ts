import { serve } from '../platform/handle';
import { cancel } from './cancel.handler';
import { handOver } from './handover.handler';
import { show as redemption, list as redemptions } from './my-redemptions.handler';
import { makePickupCode } from './pickup-code.handler';
import { redeem } from './redeem.handler';
import { list, show } from './shelf.handler';

export const main = serve(
  list,
  show,
  redeem,
  redemptions,
  redemption,
  cancel,
  makePickupCode,
  handOver,
);
