import type { Shift } from '../activities/shift.rules';
import { missedKey } from '../keys';
import { commit, read, replace } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { missedMs } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { seeToTheOver } from './over';
import { tellOf } from './telling';

/**
 * Notes who signed up and never came, when a day has been over for 24 hours. Nothing is taken from anybody: they are
 * told, and may say why.
 */
export const noteMissed = ({ now }: { now: number }): Promise<void> =>
  seeToTheOver({
    ...{ progressAt: missedKey, now },
    overFrom: ({ cancelledAt, endsAt }: Shift) =>
      cancelledAt === undefined ? endsAt + missedMs : undefined,
    wants: ({ state }) => state === 'signed_up',
    run: (record) => note(record, now),
  });

/** The index proposes, the record decides. */
async function note({ volunteerId, shiftId }: ServiceRecord, now: number): Promise<void> {
  const at = recordAt(volunteerId, shiftId);
  const [record] = await read(at);
  if (record?.state !== 'signed_up') return;
  await commit([
    replace(at, { ...record, state: 'no_show' }),
    tellOf(record, {
      ...{ kind: 'no_show', now },
      text: (shift) => `${shift}没有您的签到记录，已记为未到场。不扣任何时长，您可以说明原因。`,
    }),
  ]);
}
