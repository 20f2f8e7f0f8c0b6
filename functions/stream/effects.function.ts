import { collectExport } from '../accounts/export.effect';
import { revokeCorrected } from '../certificates/corrected.effect';
import { tellGuardian } from '../dependants/guardian-told.effect';
import { advanceHoursList } from '../imported-hours/advance.effect';
import { advanceImport } from '../imports/advance.effect';
import { inviteAwaited } from '../imports/awaited.effect';
import { enqueueMessage } from '../messages/enqueue.effect';
import { followParents } from '../organisations/paths.effect';
import { consume } from '../platform/stream';
import { planReminder } from '../reminders/plan.effect';
import { advanceSimulation } from '../rule-packs/advance.effect';
import { publishSettledRows } from '../settlements/notice-sweep.effect';
import { goRound } from '../shifts/rounds.effect';
import { sweepCancelledShift } from '../signups/sweep.effect';
import { fillForTheWaiting, passVacancyOn } from '../signups/vacancy.effect';

/** What follows from a change: one thing leads to the next. */
export const main = consume(
  'effects',
  followParents,
  passVacancyOn,
  fillForTheWaiting,
  sweepCancelledShift,
  publishSettledRows,
  planReminder,
  goRound,
  enqueueMessage,
  collectExport,
  advanceImport,
  advanceHoursList,
  advanceSimulation,
  inviteAwaited,
  tellGuardian,
  revokeCorrected,
);
