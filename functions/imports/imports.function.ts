import { serve } from '../platform/handle';
import { importReport, importRows, imports, showImport } from './show-import.handler';
import { startImport } from './start.handler';

export const main = serve(startImport, imports, showImport, importRows, importReport);
