/** One JSON line per request and per fault. Only what is listed here is ever written: no body, no name, no phone. */
type Line = {
  route: string;
  status: number;
  requestId: string;
  tookMs: number;
  code?: string;
  fault?: string;
};

export function log(line: Line): void {
  if (process.env.LOG_LEVEL === 'silent') return;
  // biome-ignore lint/suspicious/noConsole: Lambda takes its log from here.
  console.log(JSON.stringify(line));
}

/** The stack without its message, which could carry what a person typed. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'thrown value';
  const trace = (error.stack ?? '').replace(error.message, '');
  const frames = trace.split('\n').filter((row) => /^\s+at /.test(row));
  return [error.name, ...frames.slice(0, 6).map((row) => row.trim())].join(' | ');
}

/**
 * One piece of a job's work. When it fails that is logged, and it holds up none of the others: false, so that it is
 * tried again in the next run.
 */
export async function tried(route: string, run: () => Promise<unknown>): Promise<boolean> {
  const startedAt = Date.now();
  try {
    await run();
    return true;
  } catch (error) {
    const tookMs = Date.now() - startedAt;
    log({ route, status: 500, requestId: '', tookMs, fault: faultOf(error) });
    return false;
  }
}
