import { serve } from '../platform/handle';
import { callOff, callOffShift } from './call-off.handler';
import { decide } from './decide.handler';
import { draft, edit, editText } from './draft.handler';
import { list } from './list.handler';
import { lookUp } from './look-up.handler';
import { overview, reviews } from './overview.handler';
import { postpone } from './postpone.handler';
import { repeats } from './repeats.handler';
import { show } from './show.handler';
import { submit } from './submit.handler';

export const main = serve(
  list,
  draft,
  show,
  edit,
  editText,
  submit,
  decide,
  callOff,
  lookUp,
  callOffShift,
  postpone,
  overview,
  reviews,
  repeats,
);
