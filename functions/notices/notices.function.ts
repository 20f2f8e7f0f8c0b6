import { serve } from '../platform/handle';
import { inbox, markRead } from './inbox.handler';

export const main = serve(inbox, markRead);
