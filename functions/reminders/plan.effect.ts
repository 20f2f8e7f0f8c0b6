import { recordPrefix } from '../keys';
import { now } from '../platform/clock';
import type { Change } from '../platform/stream';
import { commit, create, or } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { reminderFor } from './reminder.rules';
import { reminderAt, waiting } from './reminder.table';

/** Whoever signs up is to be reminded the day before; whoever checks in, when they forget to check out. Once each. */
export async function planReminder({ key, before, after }: Change): Promise<void> {
  if (!key.sk.startsWith(recordPrefix)) return;
  const [was, record] = [before as ServiceRecord | undefined, after as ServiceRecord | undefined];
  if (!record || was?.state === record.state) return;
  const wanted = reminderFor(record.state, record, now());
  if (!wanted) return;
  const { volunteerId, shiftId } = record;
  const planned = waiting({ ...wanted, volunteerId, shiftId });
  await commit([or(create(reminderAt(volunteerId, wanted.kind, shiftId), planned), 'planned')]);
}
