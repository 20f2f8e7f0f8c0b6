import { serve } from '../platform/handle';
import { change, register, show } from './me.handler';
import { refresh, signIn, signOut } from './sign-in.handler';

export const main = serve(signIn, refresh, signOut, show, register, change);
