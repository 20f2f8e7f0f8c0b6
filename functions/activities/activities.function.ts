import { serve } from '../platform/handle';
import { board, roster } from './board.handler';
import { openGate, revokeGate } from './gates.handler';
import { list } from './list.handler';
import { lookUp, poster } from './poster.handler';
import { publish } from './publish.handler';
import { show } from './show.handler';

export const main = serve(list, publish, show, poster, lookUp, board, roster, openGate, revokeGate);
