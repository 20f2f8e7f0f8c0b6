import { serve } from '../platform/handle';
import { appeal, myAppeal } from './appeal.handler';
import { disputes } from './list.handler';
import { object } from './object.handler';
import { rule } from './rule.handler';

export const main = serve(object, myAppeal, appeal, disputes, rule);
