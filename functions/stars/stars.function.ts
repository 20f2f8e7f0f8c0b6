import { serve } from '../platform/handle';
import { myStar } from './my-star.handler';

export const main = serve(myStar);
