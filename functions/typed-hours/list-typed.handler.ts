import { monthOf } from '#shared/time';
import { typedHoursRoutes } from '#shared/typed-hours';
import { typedPrefix } from '../evidence-keys';
import { typedQueueIndex } from '../indexes';
import { organisationKey } from '../keys';
import { organisationFor, publicOrganisation } from '../organisations/organisation-for';
import { handle, handleOpen } from '../platform/handle';
import { query, read } from '../platform/table';
import { withheldMinors } from '../volunteers/minor-readings';
import { tighter } from './cap.rules';
import { capAt } from './cap.table';
import { openCaps } from './open-cap';
import { publicRows, rowsFor } from './shown-typed';
import type { Typed } from './typed.rules';

const queueRoute = 'GET /organisations/{organisationId}/typed-hours';
const publicRoute = 'GET /organisations/{organisationId}/typed-hours/public';

/** What waits for somebody else than the typist, the oldest first. */
export const typedQueue = handle(
  queueRoute,
  typedHoursRoutes[queueRoute],
  async ({ organisationId, limit, cursor }, { caller, now }) => {
    const organisation = await organisationFor(queueRoute, caller, organisationId);
    const pk = typedQueueIndex(organisationId);
    const page = await query<Typed>({ index: 'gx2', pk, limit, cursor });
    const { name, path } = organisation;
    await withheldMinors(
      page.items.map(({ volunteerId }) => volunteerId),
      {
        ...{ organisationId, organisationName: name, title: '补录审核', now },
        ...{ readerId: caller.volunteerId, kind: 'roster', purpose: 'attendance' },
      },
    );
    return {
      rows: await rowsFor(page.items, caller.volunteerId),
      ...(page.cursor && { cursor: page.cursor }),
      cap: tighter(await openCaps({ organisationId, topId: path[0] ?? organisationId }, now)),
    };
  },
);

/** Everything an organisation typed in a month, for anybody to see. */
export const publicTyped = handleOpen(
  publicRoute,
  typedHoursRoutes[publicRoute],
  async ({ organisationId, month: asked, limit, cursor }, { now }) => {
    const organisation = await publicOrganisation(organisationId);
    const month = asked ?? monthOf(now);
    const { pk } = organisationKey(organisationId);
    const prefix = typedPrefix(month);
    const page = await query<Typed>({ pk, prefix, limit, cursor, newestFirst: true });
    const [cap] = await read(capAt(organisationId, month));
    return {
      organisationName: organisation.name,
      month,
      rows: await publicRows(page.items),
      ...(page.cursor && { cursor: page.cursor }),
      cap: cap ? tighter({ own: cap, top: cap }) : { month, ...nothingTyped },
    };
  },
);

/** A month in which nobody has typed anything: its cap is not fixed. */
const nothingTyped = {
  ...{ capMinutes: 0, leftMinutes: 0, allowanceMinutes: 0, allowanceLeftMinutes: 0 },
};
