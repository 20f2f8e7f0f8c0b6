import { serve } from '../platform/handle';
import { claim, confirm } from './claims.handler';

export const main = serve(claim, confirm);
