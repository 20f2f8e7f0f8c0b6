import { runJobs } from '../clock/clock.jobs';
import { now } from '../platform/clock';
import { publishCatalogue } from './publish-catalogue';

/** Every five minutes, apart from the clock: the dictionary of pinyin weighs more than all the rest of it. */
export const main = (): Promise<void> => runJobs({ catalogue: publishCatalogue }, now());
