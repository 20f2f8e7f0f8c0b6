import { runningImportsIndex } from '../indexes';
import { faultOf, log } from '../platform/log';
import { query } from '../platform/table';
import { advance, stop } from './advance';
import type { MemberImport } from './import.rules';
import { afterWaiting } from './import.rules';

/** A run looks at so many lists; with 15,000 organisations a handful are under way at once. */
const perRun = 200;

/** Moves on the lists that stand still: one piece each, which starts the next. One that fails holds up no other. */
export async function sweepImports({ now }: { now: number }): Promise<void> {
  const running = { index: 'gx2', pk: runningImportsIndex, limit: perRun } as const;
  const { items } = await query<MemberImport>(running);
  for (const job of items) {
    const startedAt = Date.now();
    try {
      const next = afterWaiting(job, now);
      if (next === 'move') await advance(job, now);
      if (next === 'stop') await stop(job, now);
    } catch (error) {
      const tookMs = Date.now() - startedAt;
      log({ route: 'imports', status: 500, requestId: '', tookMs, fault: faultOf(error) });
    }
  }
}
