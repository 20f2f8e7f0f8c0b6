import { serve } from '../platform/handle';
import { train } from './train.handler';

export const main = serve(train);
