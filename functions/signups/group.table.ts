import type { GroupRow } from '#shared/signups';
import { groupKey } from '../keys';
import type { At } from '../platform/table';

/**
 * A list that was worked through: what became of each line, and a mark by which the same list is known again. Of the
 * people themselves nothing is kept here; whoever was not found leaves no trace.
 */
export type Group = { marks: string[]; outcomes: GroupRow['outcome'][]; at: number };

export const groupAt = (shift: string, group: string): At<Group> => groupKey(shift, group);
