import { serve } from '../platform/handle';
import { posterFile } from './poster.handler';
import { poster } from './poster-code.handler';

export const main = serve(poster, posterFile);
