import { dayOf } from '#shared/time';
import { complaintsIndex, myComplaintsIndex } from '../indexes';
import { complaintDueKey, complaintKey, complaintProgressKey } from '../keys';
import type { Progress } from '../platform/days';
import type { At, Write } from '../platform/table';
import { create } from '../platform/table';
import type { Complaint } from './complaint.rules';

export const complaintAt = (complaint: string): At<Complaint> => complaintKey(complaint);
export const complaintProgressAt: At<Progress> = complaintProgressKey;

/** The same complaint in the turn of another organisation: listed there, with a new day to answer by. */
export function handedTo(
  complaint: Omit<Complaint, 'handlerPath' | 'handledBy' | 'dueAt' | 'state' | 'gx1pk' | 'gx1sk'>,
  { path, name, dueAt }: { path: string[]; name: string; dueAt: number },
): Complaint {
  const { complaintId, volunteerId, at } = complaint;
  return {
    ...complaint,
    state: 'open',
    handlerPath: path,
    handledBy: name,
    dueAt,
    gx1pk: myComplaintsIndex(volunteerId),
    gx1sk: `${at}#${complaintId}`,
    gx2pk: complaintsIndex(path[path.length - 1] ?? ''),
    gx2sk: `${dueAt}#${complaintId}`,
  };
}

/** Puts it on the list of the day by which it must be answered; the clock reads that day when it is over. */
export const noteDue = ({ complaintId, dueAt, handlerPath }: Complaint): Write =>
  create(complaintDueKey(dayOf(dueAt), complaintId, handlerPath.length), { complaintId });
