import { recordKey } from '../keys';
import type { At } from '../platform/table';
import type { ServiceRecord } from './record.rules';

export const recordAt = (volunteer: string, shift: string): At<ServiceRecord> =>
  recordKey(volunteer, shift);
