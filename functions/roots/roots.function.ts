import { serve } from '../platform/handle';
import { proveEntry } from './proof.handler';
import { rootOfDay, roots } from './roots.handler';

export const main = serve(roots, rootOfDay, proveEntry);
