import type { Life } from './life';

export type Options = Record<string, unknown>;
/** An asynchronous API of wx as a test plays it. What it throws becomes `<name>:fail <message>`. */
export type Stub = (options: Options) => unknown;
/** A call that was answered: `options` without callbacks, and either `result` or `error`. */
export type Call = { name: string; options: Options; result?: object; error?: { errMsg: string } };
export type Asynchronous = (name: string, stub: Stub) => (given?: Options) => Promise<unknown>;

/** Plays asynchronous APIs as wx does (callbacks, or a promise without them) and writes every call down. */
export function createCalls(life: Life): { calls: Call[]; asynchronous: Asynchronous } {
  const calls: Call[] = [];
  const asynchronous: Asynchronous =
    (name, stub) =>
    (given = {}) => {
      const answered = play(name, stub, given).then((call) => {
        if (!life.alive) return new Promise(() => undefined);
        calls.push(call);
        return answer(call, given);
      });
      answered.catch(() => undefined);
      return answered;
    };
  return { calls, asynchronous };
}

async function play(name: string, stub: Stub, given: Options): Promise<Call> {
  const options = Object.fromEntries(
    Object.entries(given).filter(([, value]) => typeof value !== 'function'),
  );
  try {
    const result = (await stub(options)) as object | undefined;
    return { name, options, result: { errMsg: `${name}:ok`, ...result } };
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return { name, options, error: { errMsg: `${name}:fail ${message}` } };
  }
}

type Callback = (said: object | undefined) => void;

function answer({ result, error }: Call, given: Options): object | undefined {
  const { success, fail, complete } = given as Partial<Record<string, Callback>>;
  const said = error ?? result;
  if (error) fail?.(error);
  else success?.(result);
  complete?.(said);
  if (error && !success && !fail && !complete) throw error;
  return said;
}
