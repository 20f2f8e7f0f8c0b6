import { organisationAt } from '../organisations/organisation.table';
import { read, replace } from '../platform/table';
import type { Complaint } from './complaint.rules';
import { dueAfter } from './complaint.rules';
import { complaintAt, handedTo, noteDue } from './complaint.table';

/** The next organisation above takes its turn, with a day of its own to answer by. */
export async function handOn(complaint: Complaint, now: number) {
  const path = complaint.handlerPath.slice(0, -1);
  const [handler] = await read(organisationAt(path[path.length - 1] ?? ''));
  const dueAt = dueAfter(now);
  const next = handedTo(complaint, { path, name: handler?.name ?? '', dueAt });
  return { next, writes: [replace(complaintAt(next.complaintId), next), noteDue(next)] };
}
