import { serve } from '../platform/handle';
import { search } from './search.handler';

export const main = serve(search);
