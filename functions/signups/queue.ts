import { waitingIndex } from '../indexes';
import { itemsOf } from '../platform/pages';
import type { ServiceRecord } from '../records/record.rules';
import { waitingMax } from './signup.rules';

const pageSize = 50;

/** Who waits for a place of a shift, the longest first, page by page. The index proposes; the record decides. */
export const waitingFor = (shiftId: string): AsyncGenerator<ServiceRecord> =>
  itemsOf({ index: 'gx1', pk: waitingIndex(shiftId), limit: pageSize });

type Queue = { length: number; position?: number };

/** How long the queue is, and where in it a person stands, from 1. For showing, and for a limit that may be a few off. */
export async function queueOf(shiftId: string, volunteerId: string): Promise<Queue> {
  let length = 0;
  let position: number | undefined;
  for await (const one of waitingFor(shiftId)) {
    length += 1;
    if (one.volunteerId === volunteerId) position = length;
    if (length > waitingMax + pageSize) break;
  }
  return { length, ...(position !== undefined && { position }) };
}
