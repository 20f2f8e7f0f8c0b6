import { serve } from '../platform/handle';
import { decide, pin, remove } from './decide.handler';
import { board, queue, show } from './read-board.handler';
import { write } from './write.handler';

export const main = serve(board, write, queue, pin, show, decide, remove);
