import { serve } from '../platform/handle';
import { adoptPack } from './adopt.handler';
import { listPacks } from './list-packs.handler';
import { showPack } from './show-pack.handler';
import { showSimulation, startSimulation } from './simulation.handler';
import { writePack } from './write-pack.handler';

export const main = serve(
  listPacks,
  showPack,
  writePack,
  startSimulation,
  showSimulation,
  adoptPack,
);
