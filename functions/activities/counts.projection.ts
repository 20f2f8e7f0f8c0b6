import type { RecordState } from '#shared/vocabulary';
import { appliedKey, countsKey, recordPrefix } from '../keys';
import type { Change } from '../platform/stream';
import { applyOnce } from '../platform/stream';
import type { Write } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import type { Counts } from './shift.rules';

/** How many records of a shift stand in each state: what lists and the organiser's screen show. */
export async function countRecords({ eventId, key, before, after }: Change): Promise<void> {
  if (!key.sk.startsWith(recordPrefix)) return;
  const [was, is] = [before as ServiceRecord | undefined, after as ServiceRecord | undefined];
  const shiftId = (is ?? was)?.shiftId;
  if (shiftId === undefined || was?.state === is?.state) return;
  await applyOnce(appliedKey('counts', eventId), [move(shiftId, { from: was, to: is })]);
}

/** Who waits, withdrew or did not come holds no place. */
const columns: Partial<Record<RecordState, keyof Counts>> = {
  asked: 'signedUp',
  signed_up: 'signedUp',
  checked_in: 'checkedIn',
  credited: 'credited',
};

const columnOf = (record: ServiceRecord | undefined) => record && columns[record.state];

type Move = { from: ServiceRecord | undefined; to: ServiceRecord | undefined };

function move(shiftId: string, { from, to }: Move): Write {
  const delta = { signedUp: 0, checkedIn: 0, credited: 0 };
  const [left, entered] = [columnOf(from), columnOf(to)];
  if (left) delta[left] -= 1;
  if (entered) delta[entered] += 1;
  return {
    Update: {
      Key: countsKey(shiftId),
      UpdateExpression: 'ADD signedUp :signedUp, checkedIn :checkedIn, credited :credited',
      ExpressionAttributeValues: {
        ':signedUp': delta.signedUp,
        ':checkedIn': delta.checkedIn,
        ':credited': delta.credited,
      },
    },
  };
}
