import { closingKey } from '../evidence-keys';
import { commit, read, replace } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { afterEvent } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { seeToTheOver } from '../signups/over';
import { settleFrom } from './settlement.rules';
import { told } from './telling';

/**
 * Closes the records of those who never checked out, a day after the end of their shift. Nothing is credited: the
 * organiser has to say when they left, and until then the hours wait.
 */
export const closeForgotten = ({ now }: { now: number }): Promise<void> =>
  seeToTheOver({
    ...{ progressAt: closingKey, now },
    overFrom: settleFrom,
    wants: ({ state }) => state === 'checked_in',
    run: (record) => close(record, now),
  });

/** The index proposes, the record decides. */
async function close({ volunteerId, shiftId }: ServiceRecord, now: number): Promise<void> {
  const at = recordAt(volunteerId, shiftId);
  const [record] = await read(at);
  const state = record && afterEvent(record.state, 'close');
  if (!record || !state) return;
  const say = '没有您的签退记录，时长等组织者确认离开时间后计入。您也可以申诉，写明离开时间';
  await commit([replace(at, { ...record, state }), told(record, { at: now, say })]);
}
