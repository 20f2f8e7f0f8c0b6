import { serve } from '../platform/handle';
import { askRecovery } from './ask-recovery.handler';
import { decideRecovery } from './decide-recovery.handler';
import { listRecoveries } from './list-recoveries.handler';
import { lookUp } from './look-up.handler';
import { changePhone, changeWeChat, listWays } from './my-ways.handler';

export const main = serve(
  listWays,
  changePhone,
  changeWeChat,
  lookUp,
  askRecovery,
  listRecoveries,
  decideRecovery,
);
