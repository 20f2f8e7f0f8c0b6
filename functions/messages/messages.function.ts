import { serve } from '../platform/handle';
import { subscribe, subscriptions } from './subscriptions.handler';

export const main = serve(subscriptions, subscribe);
