import { serve } from '../platform/handle';
import { countersign } from './countersign.handler';
import { myCodes } from './my-codes.handler';

export const main = serve(countersign, myCodes);
