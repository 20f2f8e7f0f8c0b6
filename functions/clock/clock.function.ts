import { runErasures } from '../accounts/erasures';
import { beginSettling } from '../activities/settling';
import { escalateComplaints } from '../complaints/overdue';
import { escalateDisputes } from '../disputes/escalating';
import { sweepImports } from '../imports/sweep-imports';
import { sendMessages } from '../messages/send';
import { now } from '../platform/clock';
import { remindPeople } from '../reminders/remind';
import { lapseRedemptions } from '../rewards/lapse';
import { growRoots } from '../roots/grow';
import { sweepSimulations } from '../rule-packs/sweep-simulations';
import { closeForgotten } from '../settlements/closing';
import { sweepNotices } from '../settlements/notice-sweep';
import { payAfterNotice } from '../settlements/paying';
import { beginRechecks } from '../shifts/recheck';
import { goRounds } from '../shifts/round';
import { endWhatIsDue } from '../signups/due';
import { noteMissed } from '../signups/missed';
import { sweepShifts } from '../signups/sweep';
import { publishStations } from '../stations/publish';
import { examineMonths } from '../suspicions/examine';
import { runJobs } from './clock.jobs';

/** Every five minutes. */
export const main = (): Promise<void> =>
  runJobs(
    {
      'station-list': publishStations,
      complaints: escalateComplaints,
      lapse: lapseRedemptions,
      erasures: runErasures,
      roots: growRoots,
      due: endWhatIsDue,
      missed: noteMissed,
      sweeps: sweepShifts,
      closing: closeForgotten,
      settling: beginSettling,
      'notice-sweeps': sweepNotices,
      paying: payAfterNotice,
      disputes: escalateDisputes,
      reminders: remindPeople,
      rechecks: beginRechecks,
      rounds: goRounds,
      messages: sendMessages,
      imports: sweepImports,
      suspicions: examineMonths,
      simulations: sweepSimulations,
    },
    now(),
  );
