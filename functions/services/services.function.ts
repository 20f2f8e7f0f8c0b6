import { serve } from '../platform/handle';
import { noteBreak, takeBreak } from './breaks.handler';
import { stateJointly } from './joint.handler';
import { service } from './service.handler';

/** One's own part in a running shift. */
export const main = serve(service, takeBreak, noteBreak, stateJointly);
