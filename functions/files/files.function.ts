import { serve } from '../platform/handle';
import { announceFile } from './upload.handler';

export const main = serve(announceFile);
