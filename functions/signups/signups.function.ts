import { serve } from '../platform/handle';
import { explainAbsence } from './absence.handler';
import { calendar } from './calendar.handler';
import { bringGroup } from './group.handler';
import { sheet } from './sheet.handler';
import { signUp, withdraw } from './sign-up.handler';
import { takeOver } from './takeover.handler';

export const main = serve(sheet, signUp, withdraw, bringGroup, takeOver, explainAbsence, calendar);
