import { isImportKey } from '../keys';
import { now } from '../platform/clock';
import { goesOn } from '../platform/pieces';
import { advance } from './advance';
import type { MemberImport } from './import.rules';

export const advanceImport = goesOn<MemberImport>(isImportKey, (job) => advance(job, now()));
