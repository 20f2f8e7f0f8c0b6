import { calendarKey } from '../keys';
import type { At } from '../platform/table';
import type { Calendar } from './calendar.rules';

export const calendarAt = (volunteer: string): At<Calendar> => calendarKey(volunteer);
