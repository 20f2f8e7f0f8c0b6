import { organisationRoutes } from '#shared/organisations';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, create, read, unchanged, untilWon } from '../platform/table';
import { maskName } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import type { Organisation } from './organisation.rules';
import { isPublic, judgePlace } from './organisation.rules';
import { listed, organisationAt } from './organisation.table';
import { lineOf } from './organisation-for';
import { demandSpecialities, proposalsOf } from './proposals';

/** Proposes an organisation under one that is there. It counts from its verification; then the proposer is its admin. */
export const propose = handle(
  'POST /organisations',
  organisationRoutes['POST /organisations'],
  async (request, { caller: { volunteerId }, now }) => {
    const { requestId, parentId, district: wanted, ...facts } = request;
    const organisationId = idFor('organisation', volunteerId, requestId);
    const requestMark = idFor('request', JSON.stringify(request));
    const [at, parentAt] = [organisationAt(organisationId), organisationAt(parentId)];
    return untilWon(async () => {
      const [parent, known, profile] = await read(parentAt, at, profileAt(volunteerId));
      if (!parent || !isPublic(parent)) return refuse('not_found');
      if (!profile) return refuse('not_registered');
      if (known) {
        const isSame = known.requestMark === requestMark;
        return isSame ? { organisationId, state: known.state } : refuse('request_differs');
      }
      const path = [...(await lineOf(parentId)).map((one) => one.organisationId), organisationId];
      const unfit = judgePlace(facts.kind, parent, { depth: path.length, height: 0 });
      if (unfit) refuse(unfit);
      const district = parent.district ?? wanted;
      await demandSpecialities(district, facts.specialities);
      await demandPatience(volunteerId);

      const organisation: Organisation = {
        ...{ version: 1, organisationId, parentId, path, state: 'pending', requestMark },
        ...facts,
        ...(district && { district }),
        ...{ proposedBy: volunteerId, proposerName: maskName(profile.name), proposedAt: now },
      };
      await commit([create(at, listed(organisation)), unchanged(parentAt, parent)]);
      return { organisationId, state: 'pending' };
    });
  },
);

const waitingMax = 5;

/** A brake, not a decision: the index may be a moment old. */
async function demandPatience(volunteerId: string): Promise<void> {
  const waiting = (await proposalsOf(volunteerId)).filter(({ state }) => state === 'pending');
  if (waiting.length >= waitingMax) refuse('proposals_exhausted');
}
