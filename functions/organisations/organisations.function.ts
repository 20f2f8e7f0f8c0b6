import { serve } from '../platform/handle';
import { audits } from './audits.handler';
import { freeze, move } from './govern.handler';
import { issueInvitation, joinByCode } from './invitations.handler';
import { join, leave } from './join.handler';
import { members, remove } from './members.handler';
import { memberships } from './memberships.handler';
import { ownProposals, queue } from './proposals.handler';
import { propose } from './propose.handler';
import { decideRequest, requests } from './requests.handler';
import { changeRoles } from './roles.handler';
import { changeOrganisation, settings } from './settings.handler';
import { children, city, showOrganisation } from './show-organisation.handler';
import { keepSpecialities, specialities } from './specialities.handler';
import { verify } from './verify.handler';

export const main = serve(
  ...[memberships, joinByCode, ownProposals, join, leave],
  ...[city, showOrganisation, children, propose, queue, verify],
  ...[settings, changeOrganisation, freeze, move, specialities, keepSpecialities],
  ...[issueInvitation, requests, decideRequest, members, remove, changeRoles, audits],
);
