import { serve } from '../platform/handle';
import { memberships } from './memberships.handler';

export const main = serve(memberships);
