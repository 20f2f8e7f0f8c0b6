import { serve } from '../platform/handle';
import { confirm } from './confirm.handler';
import { notice } from './notice.handler';
import { pending } from './pending.handler';
import { settle } from './settle.handler';

export const main = serve(pending, confirm, settle, notice);
