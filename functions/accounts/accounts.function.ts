import { serve } from '../platform/handle';
import { askDeletion, keepAccount, showDeletion } from './deletion.handler';
import { askExport, showExport } from './exports.handler';

export const main = serve(showExport, askExport, showDeletion, askDeletion, keepAccount);
