import { serve } from '../platform/handle';
import { passbook } from './passbook.handler';

export const main = serve(passbook);
