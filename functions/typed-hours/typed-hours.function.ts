import { serve } from '../platform/handle';
import { grantAllowance } from './allowance.handler';
import { decideTyped } from './decide-typed.handler';
import { publicTyped, typedQueue } from './list-typed.handler';
import { type, typingSheet } from './type.handler';

export const main = serve(typingSheet, type, decideTyped, typedQueue, publicTyped, grantAllowance);
