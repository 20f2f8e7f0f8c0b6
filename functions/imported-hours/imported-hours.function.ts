import { serve } from '../platform/handle';
import { bringList, lists } from './lists.handler';
import { bringMine, myImportedHours } from './mine.handler';
import { decideSource, proposeSource, sources } from './sources.handler';

export const main = serve(
  sources,
  proposeSource,
  decideSource,
  bringList,
  lists,
  myImportedHours,
  bringMine,
);
