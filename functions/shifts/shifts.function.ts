import { serve } from '../platform/handle';
import { board } from './board.handler';
import { extend } from './extension.handler';
import { listGates, openGate, revokeGate, takeGate } from './gates.handler';
import { roster } from './roster.handler';

export const main = serve(board, roster, openGate, listGates, takeGate, revokeGate, extend);
