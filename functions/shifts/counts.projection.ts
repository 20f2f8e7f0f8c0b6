import type { RecordState } from '#shared/vocabulary';
import type { Counts } from '../activities/shift.rules';
import { appliedKey, countsKey, recordPrefix } from '../keys';
import type { Change } from '../platform/stream';
import { applyOnce } from '../platform/stream';
import type { Write } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';

/** How many records of a shift stand in each state: what lists and the organiser's screen show. */
export async function countRecords({ eventId, key, before, after }: Change): Promise<void> {
  if (!key.sk.startsWith(recordPrefix)) return;
  const [was, is] = [before as ServiceRecord | undefined, after as ServiceRecord | undefined];
  const shiftId = (is ?? was)?.shiftId;
  if (shiftId === undefined || was?.state === is?.state) return;
  await applyOnce(appliedKey('counts', eventId), [move(shiftId, { from: was, to: is })]);
}

/** Who waits, withdrew or did not come holds no place. */
type Column = Exclude<keyof Counts, 'lastInAt' | 'lastOutAt'>;
const columns: Partial<Record<RecordState, Column>> = {
  asked: 'signedUp',
  signed_up: 'signedUp',
  checked_in: 'checkedIn',
  late: 'pending',
  closed: 'pending',
  typed: 'pending',
  credited: 'credited',
};

const columnOf = (record: ServiceRecord | undefined) => record && columns[record.state];

/** A scan at one of the ends, not somebody's word on it. */
type Scanned = { column: 'lastInAt' | 'lastOutAt'; at: number } | undefined;
const scannedAs: Partial<Record<RecordState, (record: ServiceRecord) => Scanned>> = {
  checked_in: ({ inAt: at }) => (at === undefined ? undefined : { column: 'lastInAt', at }),
  credited: ({ outAt: at, decision, typing }) =>
    at === undefined || decision || typing ? undefined : { column: 'lastOutAt', at },
};

type Move = { from: ServiceRecord | undefined; to: ServiceRecord | undefined };

function move(shiftId: string, { from, to }: Move): Write {
  const delta: Record<Column, number> = { signedUp: 0, checkedIn: 0, pending: 0, credited: 0 };
  const [left, entered] = [columnOf(from), columnOf(to)];
  if (left) delta[left] -= 1;
  if (entered) delta[entered] += 1;
  // When codes were last scanned: until a moment after that, nobody has to do without.
  const scanned = to && scannedAs[to.state]?.(to);
  const added =
    'ADD signedUp :signedUp, checkedIn :checkedIn, pending :pending, credited :credited';
  return {
    Update: {
      Key: countsKey(shiftId),
      UpdateExpression: scanned ? `${added} SET ${scanned.column} = :at` : added,
      ExpressionAttributeValues: {
        ...(scanned && { ':at': scanned.at }),
        ':signedUp': delta.signedUp,
        ':checkedIn': delta.checkedIn,
        ':pending': delta.pending,
        ':credited': delta.credited,
      },
    },
  };
}
