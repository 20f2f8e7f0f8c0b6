import { serve } from '../platform/handle';
import { sayConsent, showConsents } from './consents.handler';
import { register, show } from './me.handler';
import { change, showInFull } from './profile.handler';
import { verifyName } from './real-name.handler';

export const main = serve(show, register, change, showInFull, showConsents, sayConsent, verifyName);
