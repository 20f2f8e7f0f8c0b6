import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './folders';
import type { PackagedFunction } from './packaged';

/** A Lambda handler as the runtime calls it. */
export type Handler = (event: never, context: Context) => Promise<unknown>;
/** Finds the handler of a function by its name in serverless.yml. */
export type HandlerOf = (functionName: string) => Promise<Handler>;
type Context = {
  functionName: string;
  awsRequestId: string;
  getRemainingTimeInMillis: () => number;
};

/** The bundles that would be deployed. Each is loaded at its first use, as a Lambda's cold start does. */
export function bundled(functions: PackagedFunction[]): HandlerOf {
  return async (name) => {
    const known = functions.find((one) => one.name === name);
    if (!known) throw new Error(`serverless.yml has no function ${name}`);
    const file = pathToFileURL(path.join(root, `${known.file}.mjs`)).href;
    const bundle = (await import(file)) as Record<string, Handler>;
    const handler = bundle[known.entry];
    if (!handler) throw new Error(`${known.file}.mjs does not export ${known.entry}`);
    return handler;
  };
}

/** Thrown when a function did not answer in the time that it has. */
export class TimedOut extends Error {}

/** Calls a handler within its time (ms). Event and answer pass through JSON, as they do on their way to Lambda. */
export async function invoke(
  handler: Handler,
  event: unknown,
  { name, timeoutMs }: { name: string; timeoutMs: number },
): Promise<unknown> {
  const endsAt = Date.now() + timeoutMs;
  const context = {
    functionName: name,
    awsRequestId: randomUUID(),
    getRemainingTimeInMillis: () => Math.max(0, endsAt - Date.now()),
  };
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new TimedOut(`${name}: no answer in ${timeoutMs} ms`)),
      timeoutMs,
    );
  });
  try {
    const answer = await Promise.race([handler(copy(event) as never, context), tooLate]);
    return copy(answer);
  } finally {
    clearTimeout(timer);
  }
}

const copy = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));
