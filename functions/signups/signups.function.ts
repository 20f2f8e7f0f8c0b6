import { serve } from '../platform/handle';
import { signUp, withdraw } from './sign-up.handler';

export const main = serve(signUp, withdraw);
