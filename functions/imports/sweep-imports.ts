import { runningImportsIndex } from '../indexes';
import { moveOn } from '../platform/pieces';
import { advance, stop } from './advance';
import type { MemberImport } from './import.rules';

/** A run looks at so many lists; with 15,000 organisations a handful are under way at once. */
const perRun = 200;

export const sweepImports = ({ now }: { now: number }): Promise<void> =>
  moveOn<MemberImport>({
    ...{ pk: runningImportsIndex, perRun, name: 'imports', now },
    move: (job) => advance(job, now),
    stop: (job) => stop(job, now),
  });
