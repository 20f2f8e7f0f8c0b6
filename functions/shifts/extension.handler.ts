import { shiftRoutes } from '#shared/shifts';
import { clockOf } from '#shared/time';
import { shiftAt } from '../activities/activity.table';
import { lastMomentOf } from '../activities/shift.rules';
import { shiftFor } from '../activities/shift-for';
import { audited } from '../audits/audit.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, replace, untilWon } from '../platform/table';
import { judgeExtension } from './extension.rules';

const route = 'POST /shifts/{shiftId}/extension';

/** Extends a running shift on the spot. Those checked in are told by a round that the change of the shift begins. */
export const extend = handle(route, shiftRoutes[route], async (request, { caller, now }) =>
  untilWon(async () => {
    const { shiftId, requestId, until, reason } = request;
    const { volunteerId: by } = caller;
    const shift = await shiftFor(route, caller, shiftId);
    const extensionId = idFor('extension', by, requestId);
    const verdict = judgeExtension(shift, { extensionId, until }, now);
    if (verdict.status === 'refused') return refuse(verdict.code);
    if (verdict.status === 'exists') return { extendedTo: lastMomentOf(shift), now };
    const { extendedTo, extensions } = verdict;
    await commit([
      replace(shiftAt(shiftId), { ...shift, extendedTo, extensions }),
      audited(shift.organisationId, {
        auditId: idFor('audit', 'extension', extensionId),
        ...{ at: now, by, action: 'shift_extended', subjectId: shiftId },
        ...{ subjectName: shift.title, why: reason },
        ...{ from: clockOf(lastMomentOf(shift)), to: clockOf(extendedTo) },
      }),
    ]);
    return { extendedTo, now };
  }),
);
