import { said } from '#shared/answers';
import type { Request, Response, Route } from '#shared/api';
import type { RefusalCode } from '#shared/refusals';
import type { Session } from '#shared/sessions';
import { noteServerTime, serverNow } from './clock';
import type { Answered, Sent } from './device/request';
import { send } from './device/request';
import type { Person } from './tokens';
import { keep, leave, person } from './tokens';

/** The version of the contract this build speaks; a queued request keeps the one it was made under. */
export const contractVersion = '1';
const timeoutMs = 10_000;

/** The cloud said no. `message` is a Chinese sentence that can be shown as it is. */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'Refused';
  }
}

/** No answer of ours came: no network, too slow, or somebody else answered (a hotel's sign-in page). */
export class Unreachable extends Error {
  constructor() {
    super('网络不通，请检查网络后再试');
    this.name = 'Unreachable';
  }
}

/** What is said to a person when a call failed: the cloud's own sentence, or that nothing was reached. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Refused ? error.message : new Unreachable().message;

/**
 * Calls one route. Throws Refused or Unreachable, nothing else. The access token is renewed once when it has expired,
 * also when several calls find out at the same time.
 */
export async function call<R extends Route>(
  route: R,
  request: Request<R>,
  { contract = contractVersion }: { contract?: string } = {},
): Promise<Response<R>> {
  const sent = requestOf(route, request as Fields);
  const asked = person();
  if (asked && asked.accessExpiresAt <= serverNow()) await renew(asked);
  try {
    return (await sendAs(asked, sent, contract)) as Response<R>;
  } catch (error) {
    const expired = error instanceof Refused && error.code === 'session_expired';
    const now = person();
    if (!expired || !asked || asked.volunteerId !== now?.volunteerId) throw error;
    // Another call may have renewed the token while this one was under way: then it is enough to send again.
    if (now.accessToken === asked.accessToken) await renew(now);
    return (await sendAs(asked, sent, contract)) as Response<R>;
  }
}

type Fields = Record<string, unknown>;
type Prepared = Pick<Sent, 'method' | 'url'> & { body?: Fields };

/** Splits a request as the server joins it: names in the path, the rest in the query or in the body. */
function requestOf(route: Route, request: Fields): Prepared {
  const [method, pattern] = route.split(' ') as [Sent['method'], string];
  const rest: Fields = { ...request };
  const path = pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  if (method === 'POST' || method === 'PUT') return { method, url: API + path, body: rest };
  const query = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return { method, url: API + path + (query && `?${query}`) };
}

/** Sends for the person who asked, or as a guest when that session has ended; never in another person's name. */
async function sendAs(
  asked: Person | undefined,
  sent: Prepared,
  contract: string,
): Promise<unknown> {
  const now = person();
  if (asked && now && now.volunteerId !== asked.volunteerId) throw new Unreachable();
  const token = asked && now?.accessToken;
  const header: Record<string, string> = { 'x-contract': contract };
  if (sent.body) header['content-type'] = 'application/json';
  if (token) header.authorization = `Bearer ${token}`;
  const sentAt = Date.now();
  const answer = await send({ ...sent, header, timeoutMs });
  if (!answer) throw new Unreachable();
  if (answer.status >= 300 || !isObject(answer.data)) throw failureOf(answer);
  if (typeof answer.data.now === 'number') {
    noteServerTime({ now: answer.data.now, sentAt, receivedAt: Date.now() });
  }
  if (sent.method !== 'GET') changedAt = Date.now();
  return answer.data;
}

let changedAt = 0;
/** When this phone last changed something in the cloud, in ms of its own clock: what was read before may be old. */
export const lastChangeAt = (): number => changedAt;

const isObject = (data: unknown): data is Fields =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** Only an answer in our own form is a refusal; a gateway or a portal on the way can say anything. */
function failureOf({ status, data }: Answered): Refused | Unreachable {
  const code = isObject(data) ? data.code : undefined;
  const message = isObject(data) ? data.message : undefined;
  if (status >= 400 && typeof code === 'string') {
    // A newer server may refuse for reasons this build has no word for: its sentence is what counts.
    const text = typeof message === 'string' && message ? message : said.fault;
    return new Refused(code as RefusalCode, status, text);
  }
  if (status === 429) return new Refused('too_many_requests', status, said.too_many_requests);
  if (status >= 500) return new Refused('busy', status, said.busy);
  return new Unreachable();
}

let renewing: { refreshToken: string; done: Promise<void> } | undefined;

/** Gets new tokens, once for all who ask at the same time. A session that cannot be renewed is left behind. */
function renew(whose: Person): Promise<void> {
  if (renewing?.refreshToken === whose.refreshToken) return renewing.done;
  const done = renewOnce(whose).finally(() => {
    renewing = undefined;
  });
  renewing = { refreshToken: whose.refreshToken, done };
  return done;
}

async function renewOnce({ refreshToken }: Person): Promise<void> {
  const isCurrent = () => person()?.refreshToken === refreshToken;
  const sent = requestOf('POST /sessions/refresh', { refreshToken });
  try {
    const session = (await sendAs(undefined, sent, contractVersion)) as Session;
    if (isCurrent()) keep(session);
  } catch (error) {
    const dead = error instanceof Refused && [401, 403].includes(error.status);
    if (!dead) throw error;
    if (isCurrent()) leave();
  }
}
