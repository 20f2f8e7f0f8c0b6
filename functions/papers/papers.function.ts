import { serve } from '../platform/handle';
import { posterFile } from './poster.handler';

export const main = serve(posterFile);
