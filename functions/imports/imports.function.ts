import { serve } from '../platform/handle';
import { importReport, importRows, imports, showImport } from './show-import.handler';
import { startImport, startPaperList } from './start.handler';

export const main = serve(
  startImport,
  startPaperList,
  imports,
  showImport,
  importRows,
  importReport,
);
