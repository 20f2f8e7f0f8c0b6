import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { OpenRoute } from '#shared/access';
import type { Input, Response, Route } from '#shared/api';
import type { RefusalCode } from '#shared/refusals';
import { now } from './clock';
import { compressed } from './compress';
import { fieldKeysOpened } from './field-keys';
import { inputOf } from './input';
import { addressLimit, allows, personLimit } from './limits';
import { faultOf, log } from './log';
import { Refusal, refuse } from './refuse';
import type { Caller } from './session';
import { readSession } from './session';

/** What every handler is given besides its request. `now` is the server's time in ms, the same for the whole call. */
export type Call = { now: number; requestId: string; address: string };
export type SignedIn = Call & { caller: Caller };
export type Guest = Call & { caller: Caller | undefined };

type Event = APIGatewayProxyEventV2;
type Answer = APIGatewayProxyStructuredResultV2;
type Contract<R extends Route> = { request: z.ZodType<Input<R>> };
/** One route and the code that answers it. `serve` joins the handlers of a noun into one function. */
export type Handler = { route: Route; answer: (event: Event) => Promise<Answer> };

/** A use case for a signed-in person: parse → run → answer. With `serve` and `inputOf`, all that knows HTTP. */
export function handle<R extends Exclude<Route, OpenRoute>>(
  route: R,
  contract: Contract<R>,
  run: (request: Input<R>, call: SignedIn) => Promise<Response<R>>,
): Handler {
  return wrap(route, contract, (request, call) => {
    const { caller } = call;
    return caller ? run(request, { ...call, caller }) : refuse('session_expired');
  });
}

/** A use case that answers without a session, too. */
export function handleOpen<R extends OpenRoute>(
  route: R,
  contract: Contract<R>,
  run: (request: Input<R>, call: Guest) => Promise<Response<R>>,
): Handler {
  return wrap(route, contract, run);
}

function wrap<R extends Route>(
  route: R,
  contract: Contract<R>,
  run: (request: Input<R>, call: Guest) => Promise<Response<R>>,
): Handler {
  return {
    route,
    answer: async (event) => {
      const input = contract.request.safeParse(inputOf(event));
      if (!input.success) return refuse('request_invalid');
      await fieldKeysOpened();
      const { requestId, http } = event.requestContext;
      const call = { now: now(), requestId, address: http.sourceIp, caller: callerOf(event) };
      return json(200, await run(input.data, call));
    },
  };
}

/** Who is calling. A token that is there but no longer good is said to be so: the phone refreshes it. */
function callerOf(event: Event): Caller | undefined {
  const bearer = /^Bearer (\S+)$/.exec(event.headers.authorization ?? '')?.[1];
  if (bearer === undefined) return undefined;
  const caller = readSession(bearer, 'access', now());
  if (caller && !allows(caller.volunteerId, personLimit, Date.now())) refuse('too_many_requests');
  return caller ?? refuse('session_expired');
}

/**
 * The Lambda entry of a noun: picks the handler whose route API Gateway matched, answers every refusal and fault.
 * `routes` lets a house test compare it with serverless.yml.
 */
export function serve(...handlers: Handler[]) {
  const byRoute = new Map<string, Handler>(handlers.map((handler) => [handler.route, handler]));
  const main = async (event: Event): Promise<Answer> => {
    const startedAt = Date.now();
    const { requestId, http } = event.requestContext;
    const line = { route: event.routeKey, requestId };
    try {
      if (!allows(http.sourceIp, addressLimit, startedAt)) refuse('too_many_requests');
      const handler = byRoute.get(event.routeKey) ?? refuse('not_found');
      const plain = await handler.answer(event);
      const answer = compressed(plain, event.headers['accept-encoding']);
      log({ ...line, status: answer.statusCode ?? 200, tookMs: Date.now() - startedAt });
      return answer;
    } catch (error) {
      const code = error instanceof Refusal ? error.code : 'fault';
      const fault = code === 'fault' ? { fault: faultOf(error) } : {};
      const answer = await refused(code, requestId);
      const status = answer.statusCode ?? 500;
      log({ ...line, status, code, tookMs: Date.now() - startedAt, ...fault });
      return answer;
    }
  };
  return Object.assign(main, { routes: [...byRoute.keys()] });
}

async function refused(code: RefusalCode, requestId: string): Promise<Answer> {
  const { wordsOf } = await import('./refusals.part');
  const { status, message } = wordsOf(code);
  const answer = json(status, { code, message, requestId });
  const wait = status === 429 || status === 503 ? { 'retry-after': '2' } : {};
  return { ...answer, headers: { ...answer.headers, ...wait } };
}

function json(statusCode: number, body: unknown): Answer {
  return {
    statusCode,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}
