import { monthOf } from '#shared/time';
import { typedHoursRoutes } from '#shared/typed-hours';
import { audited } from '../audits/audit.table';
import { allowanceKey } from '../evidence-keys';
import { organisationFor } from '../organisations/organisation-for';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { At } from '../platform/table';
import { commit, create, or, read } from '../platform/table';
import { tighter } from './cap.rules';
import { grant } from './cap.table';
import { openCaps } from './open-cap';

const route = 'POST /organisations/{organisationId}/typed-allowance';

type Granted = { minutes: number; reason: string; by: string; at: number };

/** An auditor grants more minutes for the emergencies of this month, with a reason that stays in the log. */
export const grantAllowance = handle(
  route,
  typedHoursRoutes[route],
  async ({ organisationId, requestId, minutes, reason }, { caller, now }) => {
    const { path, name } = await organisationFor(route, caller, organisationId);
    const by = caller.volunteerId;
    const grantId = idFor('allowance', by, requestId);
    const month = monthOf(now);
    const at: At<Granted> = allowanceKey(organisationId, month, grantId);
    const whose = { organisationId, topId: path[0] ?? organisationId };
    await openCaps(whose, now);
    const [known] = await read(at);
    if (known && (known.minutes !== minutes || known.reason !== reason)) {
      return refuse('request_differs');
    }
    if (!known) {
      const outcome = await commit([
        or(create(at, { minutes, reason, by, at: now }), 'granted'),
        or(grant(organisationId, month, { minutes, by }), 'too_much'),
        audited(organisationId, {
          auditId: idFor('audit', 'allowance', grantId),
          ...{ at: now, by, action: 'allowance_granted', subjectId: organisationId },
          ...{ subjectName: name, to: `${minutes} 分钟`, why: reason },
        }),
      ]);
      if (outcome === 'too_much') return refuse('allowance_too_large');
    }
    return { cap: tighter(await openCaps(whose, now)) };
  },
);
