import { serve } from '../platform/handle';
import { noteEntry, showEntry } from './entry.handler';
import { judgeSuspicion } from './judge.handler';
import { sample } from './sample.handler';
import { listSuspicions, showSuspicion } from './suspicions.handler';

export const main = serve(
  listSuspicions,
  showSuspicion,
  judgeSuspicion,
  sample,
  showEntry,
  noteEntry,
);
