import type { ShownBreak } from '#shared/shifts';
import { shiftRoutes } from '#shared/shifts';
import { clockOf } from '#shared/time';
import type { Shift } from '../activities/shift.rules';
import { shiftFor } from '../activities/shift-for';
import { audited } from '../audits/audit.table';
import { tell } from '../notices/notice.table';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Write } from '../platform/table';
import { commit, read, replace, untilWon } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { judgeBreak, shownBreaks } from './break.rules';

const own = 'POST /shifts/{shiftId}/breaks';
const theirs = 'POST /shifts/{shiftId}/breaks/{volunteerId}';

/** Begins or ends a break of one's own, by the server's clock. */
export const takeBreak = handle(own, shiftRoutes[own], async (request, { caller, now }) =>
  untilWon(async () => {
    const { volunteerId } = caller;
    const [record] = await read(recordAt(volunteerId, request.shiftId));
    return { breaks: await change(record ?? refuse('not_found'), request, { now }), now };
  }),
);

/** The same by an organiser; the person is told, and the organisation's log says who did it. */
export const noteBreak = handle(theirs, shiftRoutes[theirs], async (request, { caller, now }) =>
  untilWon(async () => {
    const shift = await shiftFor(theirs, caller, request.shiftId);
    const [found] = await read(recordAt(request.volunteerId, request.shiftId));
    const record = found ?? refuse('not_found');
    const more = noted(record, { shift, by: caller.volunteerId, now, ...request });
    return { breaks: await change(record, request, { now, more }), now };
  }),
);

type Asked = { action: 'begin' | 'end'; requestId: string };

async function change(
  record: ServiceRecord,
  { action, requestId }: Asked,
  { now, more = [] }: { now: number; more?: Write[] },
): Promise<ShownBreak[]> {
  const verdict = judgeBreak(record, { action, requestId, at: now });
  if (verdict.status === 'refused') return refuse(verdict.code);
  if (verdict.status === 'same') return shownBreaks(record.breaks);
  const { volunteerId, shiftId } = record;
  const next = { ...record, breaks: verdict.breaks };
  await commit([replace(recordAt(volunteerId, shiftId), next), ...more]);
  return shownBreaks(verdict.breaks);
}

type Noted = Asked & { shift: Shift; by: string; now: number };

function noted(
  { volunteerId, maskedName }: ServiceRecord,
  { shift, by, now, action, requestId }: Noted,
): Write[] {
  const { shiftId, organisationId, title } = shift;
  const what = action === 'begin' ? '开始休息' : '结束休息';
  return [
    audited(organisationId, {
      auditId: idFor('audit', 'break', shiftId, by, requestId),
      ...{ at: now, by, action: 'break_noted', subjectId: volunteerId, subjectName: maskedName },
      ...{ to: what, why: title },
    }),
    tell(volunteerId, {
      noticeId: idFor('notice', 'break', shiftId, by, requestId),
      kind: 'hours',
      text: `组织者为您登记了 ${clockOf(now)} ${what}（“${title}”）。休息时间不计时长，有误可以自己更改。`,
      link: { page: '/shifts/running/index', id: shiftId },
      at: now,
    }),
  ];
}
