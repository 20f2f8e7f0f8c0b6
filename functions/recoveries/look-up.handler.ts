import { recoveryRoutes } from '#shared/recoveries';
import { hourMs } from '#shared/time';
import { audited } from '../audits/audit.table';
import { organisationFor } from '../organisations/organisation-for';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { allows } from '../platform/limits';
import { refuse } from '../platform/refuse';
import { commit, read, untilWon } from '../platform/table';
import { wayMarks } from '../platform/vault';
import { wayAt } from '../sessions/way.table';
import { withheldMinors } from '../volunteers/minor-readings';
import { isFree, nameOf, subjectOf } from './subject';

const route = 'POST /organisations/{organisationId}/lookups';
/** For people at a desk, never for going through numbers. */
const lookupLimit = { burst: 20, perSecond: 20 / (hourMs / 1000) };

/** Finds somebody by the exact number, and writes down that it was looked. Whom one may not help is not found. */
export const lookUp = handle(
  route,
  recoveryRoutes[route],
  async ({ organisationId, requestId, why, ...wanted }, { caller, now }) => {
    const { name } = await organisationFor(route, caller, organisationId);
    const by = caller.volunteerId;
    if (!allows(`lookup ${by}`, lookupLimit, Date.now())) refuse('too_many_requests');
    const volunteerId = wanted.volunteerId ?? (await holderOf(wanted.phone ?? ''));
    if (volunteerId === undefined || !(await isFree(volunteerId, organisationId))) {
      return refuse('not_found');
    }
    const subject = await subjectOf(volunteerId);
    const auditId = idFor('audit', 'lookup', by, requestId, String(now));
    await untilWon(() =>
      commit([
        audited(organisationId, {
          ...{ auditId, at: now, by, action: 'person_looked_up', why },
          ...{ subjectId: volunteerId, subjectName: nameOf(subject) },
        }),
      ]),
    );
    await withheldMinors([volunteerId], {
      ...{ readerId: by, organisationId, organisationName: name, title: name, now },
      ...{ kind: 'desk', purpose: 'identity' },
    });
    return subject.found;
  },
);

async function holderOf(phone: string): Promise<string | undefined> {
  const ways = await read(...wayMarks('phone', phone).map(({ mark }) => wayAt('phone', mark)));
  return ways.find(Boolean)?.volunteerId;
}
