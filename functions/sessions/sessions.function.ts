import { serve } from '../platform/handle';
import { refresh, signIn, signInByPhone, signOut } from './sign-in.handler';
import { sendSmsCode } from './sms-codes.handler';

export const main = serve(signIn, signInByPhone, sendSmsCode, refresh, signOut);
