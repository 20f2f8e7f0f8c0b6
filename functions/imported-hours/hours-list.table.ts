import { hoursListKey } from '../evidence-keys';
import { hoursListsIndex, importSort } from '../indexes';
import type { At } from '../platform/table';
import type { HoursListJob } from './hours-list.rules';

export const hoursListAt = (list: string): At<HoursListJob> => hoursListKey(list);

/** The list as it is listed: with its source, by its time. */
export const listedHoursList = (job: HoursListJob): HoursListJob => ({
  ...job,
  gx1pk: hoursListsIndex(job.sourceId),
  gx1sk: importSort(job.startedAt, job.listId),
});
