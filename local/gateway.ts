import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { filesOf } from './files';
import type { Matcher } from './gateway-event';
import { eventOf, matcherOf, parametersOf } from './gateway-event';
import type { Reply } from './gateway-reply';
import { json, message, replyOf } from './gateway-reply';
import type { HandlerOf } from './lambda';
import { invoke, TimedOut } from './lambda';
import type { PackagedFunction } from './packaged';

/** What a route of the local cloud itself answers, as JSON. It throws `Unfit` for a request it cannot serve. */
export type LocalRoutes = Record<string, (body: Record<string, unknown>) => Promise<unknown>>;
export class Unfit extends Error {}

type Settings = {
  functions: PackagedFunction[];
  handlerOf: HandlerOf;
  /** 0 or absent: a free one. */
  port?: number;
  localRoutes?: LocalRoutes;
  /** Folder of the built mini-program. */
  files?: string;
  now?: () => number;
  /** Faults of ours, for the terminal. */
  onFault?: (error: unknown) => void;
  apiLimitMs?: number;
};
export type Gateway = { url: string; stop(): Promise<void> };

/** Limits of an HTTP API on AWS. */
const bodyBytesMax = 10 * 1024 * 1024;
const limitMs = 30_000;

/**
 * Serves the packaged routes as an HTTP API of API Gateway does (payload format 2.0), then the local cloud's own, then
 * the mini-program's files. Listens on this machine only: whoever reaches it may be anyone.
 */
export async function startGateway(settings: Settings): Promise<Gateway> {
  const matchers = settings.functions.flatMap(({ name, routes }) =>
    routes.map((route) => matcherOf(route, name)),
  );
  const files = settings.files === undefined ? undefined : filesOf(settings.files);
  const server = createServer((request, response) => {
    answer(request, { ...settings, matchers, files }).then(
      (reply) => send(request, response, reply),
      (error) => {
        settings.onFault?.(error);
        send(request, response, message(500, 'Internal Server Error'));
      },
    );
  });
  await listen(server, settings.port ?? 0);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Ready = Omit<Settings, 'files'> & {
  matchers: Matcher[];
  files: ReturnType<typeof filesOf> | undefined;
};

async function answer(request: IncomingMessage, ready: Ready): Promise<Reply> {
  const url = urlOf(request);
  if (!url) return message(400, 'Bad Request');
  for (const matcher of ready.matchers) {
    if (matcher.method !== request.method) continue;
    const parameters = parametersOf(matcher, url.pathname);
    if (parameters === 'malformed') return message(400, 'Bad Request');
    if (parameters) return answerRoute({ request, url, matcher, parameters }, ready);
  }
  if (url.pathname.startsWith('/local/')) return answerLocal(request, url, ready);
  if (request.method !== 'GET' && request.method !== 'HEAD') return message(404, 'Not Found');
  const served = await ready.files?.(
    url.pathname,
    String(request.headers['accept-encoding'] ?? ''),
  );
  return served ? { status: 200, ...served } : message(404, 'Not Found');
}

function urlOf(request: IncomingMessage): URL | undefined {
  try {
    const url = new URL(request.url ?? '/', 'http://local');
    decodeURI(url.pathname);
    return url;
  } catch {
    return undefined;
  }
}

type Routed = {
  request: IncomingMessage;
  url: URL;
  matcher: Matcher;
  parameters: Record<string, string>;
};

async function answerRoute(routed: Routed, ready: Ready): Promise<Reply> {
  const body = await bodyOf(routed.request);
  if (!body) return message(413, 'Request Entity Too Large');
  const { functionName: name } = routed.matcher;
  const own = ready.functions.find((one) => one.name === name)?.timeoutMs ?? limitMs;
  const limit = ready.apiLimitMs ?? limitMs;
  const event = eventOf({ ...routed, body, at: ready.now?.() ?? Date.now() });
  try {
    const handler = await ready.handlerOf(name);
    return replyOf(await invoke(handler, event, { name, timeoutMs: Math.min(own, limit) }));
  } catch (error) {
    ready.onFault?.(error);
    const apiGaveUp = error instanceof TimedOut && limit < own;
    return apiGaveUp ? message(503, 'Service Unavailable') : message(500, 'Internal Server Error');
  }
}

/** Undefined when the body is larger than API Gateway takes; the rest of it is read and dropped. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= bodyBytesMax) chunks.push(chunk);
  }
  return bytes <= bodyBytesMax ? Buffer.concat(chunks) : undefined;
}

async function answerLocal(request: IncomingMessage, url: URL, ready: Ready): Promise<Reply> {
  const route = ready.localRoutes?.[`${request.method} ${url.pathname}`];
  const body = await bodyOf(request);
  if (!route || !body) return message(404, 'Not Found');
  try {
    return json(200, await route({ ...JSON.parse(body.toString() || '{}') }));
  } catch (error) {
    if (error instanceof Unfit || error instanceof SyntaxError) return message(400, error.message);
    throw error;
  }
}

function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length });
  response.end(request.method === 'HEAD' ? undefined : reply.body);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
