import { familyAt } from '../dependants/link.table';
import { profileKey, redemptionPrefix } from '../keys';
import { itemsOf } from '../platform/pages';
import { read } from '../platform/table';
import { calendarAt } from '../records/calendar.table';
import { recordAt } from '../records/record.table';
import type { Redemption } from '../rewards/redemption.rules';
import type { Standing } from './account.rules';

/** What somebody has under way, read strongly: services of the last days, gifts that wait, people they act for. */
export async function accountStanding(volunteerId: string): Promise<Standing> {
  const [calendar, family] = await read(calendarAt(volunteerId), familyAt(volunteerId));
  const shifts = calendar?.reserved.map(({ shiftId }) => recordAt(volunteerId, shiftId)) ?? [];
  const [records, redemptionsWaiting] = await Promise.all([
    read(...shifts),
    hasWaiting(volunteerId),
  ]);
  return {
    records: records.filter((record) => record !== undefined),
    redemptionsWaiting,
    dependants: family?.dependants.length ?? 0,
  };
}

async function hasWaiting(volunteerId: string): Promise<boolean> {
  const { pk } = profileKey(volunteerId);
  const only = { attribute: 'state', value: 'reserved' };
  const waiting = itemsOf<Redemption>({ pk, prefix: redemptionPrefix, only });
  return !(await waiting.next()).done;
}
