import type { DisputeShown } from '#shared/disputes';
import { disputeRoutes } from '#shared/disputes';
import { shiftAt } from '../activities/activity.table';
import type { Shift } from '../activities/shift.rules';
import { graceEndsAt } from '../activities/shift.rules';
import type { Family } from '../dependants/link.rules';
import { familyAt } from '../dependants/link.table';
import { disputesIndex } from '../indexes';
import { organisationFor } from '../organisations/organisation-for';
import { handle } from '../platform/handle';
import { query, read } from '../platform/table';
import type { ServiceRecord } from '../records/record.rules';
import { recordAt } from '../records/record.table';
import { isOwn, noRelatives } from '../settlements/confirmation.rules';
import { evidenceOf } from '../settlements/seen';
import { withheldMinors } from '../volunteers/minor-readings';
import type { Dispute } from './dispute.rules';
import { hadHandIn } from './dispute.rules';
import { disputeAt } from './dispute.table';

const route = 'GET /organisations/{organisationId}/disputes';

/** What waits for an organisation's decision, the most urgent first. */
export const disputes = handle(route, disputeRoutes[route], async (request, call) => {
  const { organisationId, limit, cursor } = request;
  const { caller, now } = call;
  const { name } = await organisationFor(route, caller, organisationId);
  const pk = disputesIndex(organisationId);
  const page = await query<Dispute>({ index: 'gx1', pk, limit, cursor });
  const people = page.items.map(({ volunteerId }) => volunteerId);
  // Whoever decides about a child has read of the child: the guardian finds it in the list.
  await withheldMinors(people, {
    ...{ organisationId, organisationName: name, title: name, purpose: 'hours', now },
    readerId: caller.volunteerId,
    kind: 'desk',
  });
  const found = await Promise.all(page.items.map((one) => about(one, caller.volunteerId)));
  return { disputes: found.flatMap((it) => it ?? []), cursor: page.cursor, now };
});

/** One of the page as it stands now; the index may be a moment behind. */
async function about({ disputeId, shiftId, volunteerId }: Dispute, by: string) {
  const [dispute, shift, record, family] = await read(
    disputeAt(disputeId),
    shiftAt(shiftId),
    recordAt(volunteerId, shiftId),
    familyAt(volunteerId),
  );
  if (dispute?.state !== 'open' || !shift || !record) return undefined;
  return shown(dispute, { shift, record, family, by });
}

type Scene = { shift: Shift; record: ServiceRecord; family: Family | undefined; by: string };

function shown(dispute: Dispute, { shift, record, family, by }: Scene): DisputeShown {
  const { disputeId, kind, state, shiftId, title, reason, text, wanted, at, dueAt } = dispute;
  const { activityId, startsAt, endsAt } = shift;
  const own = isOwn(record.volunteerId, by, family ?? noRelatives) || dispute.by === by;
  return {
    ...{ disputeId, kind, state, shiftId, activityId, title, startsAt, endsAt },
    ...{ reason, text, wanted, at, dueAt },
    leaveUntil: graceEndsAt(shift),
    maskedName: record.maskedName,
    record: { ...evidenceOf(record, { shift }), creditedMinutes: record.creditedMinutes },
    mayDecide: !own && !hadHandIn(record, by),
  };
}
