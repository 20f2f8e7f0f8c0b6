import { hoursRoutes } from '#shared/hours';
import { shiftAt } from '../activities/activity.table';
import { actingFor } from '../dependants/acting';
import { hoursAt } from '../hours/hours.table';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { read } from '../platform/table';
import { recordAt } from './record.table';
import { recordInFullOf } from './record-shown';

/** One of one's own records with its evidence, and the entry of the book that stands for it. */
export const myRecord = handle(
  'GET /me/records/{shiftId}',
  hoursRoutes['GET /me/records/{shiftId}'],
  async ({ shiftId, forVolunteerId }, { caller, now }) => {
    const { volunteerId } = await actingFor(caller, forVolunteerId);
    const [record, shift] = await read(recordAt(volunteerId, shiftId), shiftAt(shiftId));
    if (!record) return refuse('not_found');
    const { hoursSequence } = record;
    const [entry] = await read(
      hoursSequence === undefined ? undefined : hoursAt(volunteerId, hoursSequence),
    );
    return { record: recordInFullOf(record, { shift, entry }), now };
  },
);
