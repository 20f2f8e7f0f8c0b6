import { serve } from '../platform/handle';
import { list } from './list-stations.handler';
import { show } from './show-station.handler';

export const main = serve(list, show);
