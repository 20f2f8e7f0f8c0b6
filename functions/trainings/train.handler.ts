import { trainingRoutes } from '#shared/signups';
import { audited } from '../audits/audit.table';
import { memberAt, organisationAt } from '../organisations/organisation.table';
import { demandRole } from '../organisations/rights';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, or, read, replace, untilWon } from '../platform/table';
import { maskName } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import { judgeTraining, withTraining } from './training.rules';

const route = 'POST /organisations/{organisationId}/members/{volunteerId}/trainings';

/** An organisation says that one of its members was trained. The log says who said so; the same request is one line. */
export const train = handle(
  route,
  trainingRoutes[route],
  async ({ organisationId, volunteerId, requestId, training, endsAt, why }, { caller, now }) =>
    untilWon(async () => {
      const by = caller.volunteerId;
      const [organisation, member, profile] = await read(
        organisationAt(organisationId),
        memberAt(organisationId, volunteerId),
        profileAt(volunteerId),
      );
      if (!organisation) return refuse('not_found');
      await demandRole(route, caller, organisation.path);
      const isMember = member?.state === 'active' && profile !== undefined;
      const wrong = judgeTraining({ endsAt, toOneself: by === volunteerId, isMember }, now);
      if (wrong || !profile) return refuse(wrong ?? 'not_found');

      const auditId = idFor('audit', 'training', by, requestId);
      const known = profile.trainings.find((one) => one.cause === auditId);
      if (known) return { done: true };
      const added = { training, organisationId, at: now, endsAt, cause: auditId };
      const trainings = withTraining(profile.trainings, added);
      const line = audited(organisationId, {
        ...{ auditId, at: now, by, action: 'member_trained', subjectId: volunteerId, why },
        ...{ subjectName: maskName(profile.name), to: training },
      });
      await commit([
        replace(profileAt(volunteerId), { ...profile, trainings }),
        or(line, 'written'),
      ]);
      return { done: true };
    }),
);
