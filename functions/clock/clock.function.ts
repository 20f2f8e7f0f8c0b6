import { now } from '../platform/clock';
import { lapseRedemptions } from '../rewards/lapse';
import { publishStations } from '../stations/publish';
import { runJobs } from './clock.jobs';

/** Every five minutes. */
export const main = (): Promise<void> =>
  runJobs({ 'station-list': publishStations, lapse: lapseRedemptions }, now());
