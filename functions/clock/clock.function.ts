import { runErasures } from '../accounts/erasures';
import { beginSettling } from '../activities/settling';
import { escalateComplaints } from '../complaints/overdue';
import { sweepImports } from '../imports/sweep-imports';
import { sendMessages } from '../messages/send';
import { now } from '../platform/clock';
import { remindPeople } from '../reminders/remind';
import { lapseRedemptions } from '../rewards/lapse';
import { endWhatIsDue } from '../signups/due';
import { noteMissed } from '../signups/missed';
import { sweepShifts } from '../signups/sweep';
import { publishStations } from '../stations/publish';
import { runJobs } from './clock.jobs';

/** Every five minutes. */
export const main = (): Promise<void> =>
  runJobs(
    {
      'station-list': publishStations,
      complaints: escalateComplaints,
      lapse: lapseRedemptions,
      erasures: runErasures,
      due: endWhatIsDue,
      missed: noteMissed,
      sweeps: sweepShifts,
      settling: beginSettling,
      reminders: remindPeople,
      messages: sendMessages,
      imports: sweepImports,
    },
    now(),
  );
