import { fieldKeysOpened } from '../platform/field-keys';
import { randomId } from '../platform/ids';
import { faultOf, log } from '../platform/log';

/** A piece of regular work: bounded, and safe to run again at any time. */
export type Job = (call: { now: number }) => Promise<unknown>;

/** Runs every job, each by itself. What failed is named when all have had their turn, so that the run counts as failed. */
export async function runJobs(jobs: Record<string, Job>, now: number): Promise<void> {
  await fieldKeysOpened();
  const failed: string[] = [];
  for (const [name, job] of Object.entries(jobs)) {
    const startedAt = Date.now();
    const line = { route: `clock ${name}`, requestId: randomId() };
    try {
      await job({ now });
      log({ ...line, status: 200, tookMs: Date.now() - startedAt });
    } catch (error) {
      failed.push(name);
      const tookMs = Date.now() - startedAt;
      log({ ...line, status: 500, tookMs, fault: faultOf(error) });
    }
  }
  if (failed.length > 0) throw new Error(`failed: ${failed.join(', ')}`);
}
