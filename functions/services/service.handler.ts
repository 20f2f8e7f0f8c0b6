import type { Response } from '#shared/api';
import { shiftRoutes } from '#shared/shifts';
import { countsAt, shiftAt } from '../activities/activity.table';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { read } from '../platform/table';
import type { JointKind } from '../records/joint.rules';
import { judgeJoint } from '../records/joint.rules';
import { recordAt } from '../records/record.table';
import { statedBy } from '../records/statement.table';
import { shownBreaks } from './break.rules';

const route = 'GET /shifts/{shiftId}/service';
type Service = Response<typeof route>;

/** One's own part in a running shift: what one is asked, and what one can do about it now. */
export const service = handle(route, shiftRoutes[route], async ({ shiftId }, { caller, now }) => {
  const [found, record, counts] = await read(
    shiftAt(shiftId),
    recordAt(caller.volunteerId, shiftId),
    countsAt(shiftId),
  );
  const shift = found ?? refuse('not_found');
  const may = (kind: JointKind) =>
    judgeJoint(kind, { shift, counts, now }, record).status === 'open';
  const joint = { arrival: may('arrival'), leaving: may('leaving') };
  const people = joint.arrival || joint.leaving ? (await statedBy(shiftId)).length : 0;
  const { activityId, title, placeName, startsAt, endsAt, extendedTo, cancelledAt } = shift;
  const answer: Service = {
    ...{ shiftId, activityId, title, placeName, startsAt, endsAt, extendedTo, now },
    cancelled: cancelledAt !== undefined,
    ...{ state: record?.state, inAt: record?.inAt, outAt: record?.outAt },
    breaks: shownBreaks(record?.breaks),
    mayBreak: record?.state === 'checked_in',
    joint: { ...joint, people },
  };
  if (!record?.recheck) return answer;
  const { askedAt, until, answeredAt } = record.recheck;
  return { ...answer, recheck: { askedAt, until, answered: answeredAt !== undefined } };
});
