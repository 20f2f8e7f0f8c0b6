import { serve } from '../platform/handle';
import { add } from './add.handler';
import { issueCard, showCard } from './card.handler';
import { giveConsent, withdrawConsent } from './consent.handler';
import { endAsDependant, endAsGuardian } from './end-link.handler';
import { becomeGuardian, preview } from './guardianship.handler';
import { makeCode } from './link-codes.handler';
import { listDependants, listGuardians } from './list-dependants.handler';
import { listReadings } from './list-readings.handler';
import { takeOver } from './take-over.handler';

export const main = serve(
  ...[listDependants, add, endAsGuardian, giveConsent, withdrawConsent, listReadings],
  ...[listGuardians, endAsDependant, makeCode, preview, becomeGuardian, takeOver],
  ...[showCard, issueCard],
);
