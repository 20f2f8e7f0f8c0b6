import { isHoursListKey } from '../evidence-keys';
import { now } from '../platform/clock';
import { goesOn } from '../platform/pieces';
import { advance } from './advance';
import type { HoursListJob } from './hours-list.rules';

export const advanceHoursList = goesOn<HoursListJob>(isHoursListKey, (job) => advance(job, now()));
