import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Request, Response, Route } from '#shared/api';
import type { RefusalCode } from '#shared/refusals';
import { connect, connectStreams, localAws } from '../../local/dynamo';
import { startEngine } from '../../local/engine';
import type { FileServer } from '../../local/file-server';
import { localBucket, startFileServer } from '../../local/file-server';
import { root } from '../../local/folders';
import type { Handler } from '../../local/lambda';
import { invoke } from '../../local/lambda';
import type { PackagedFunction } from '../../local/packaged';
import { packagedFunctions } from '../../local/packaged';
import type { Pump } from '../../local/pump';
import { createPump } from '../../local/pump';
import { secretsOf } from '../../local/secrets';
import type { SmsServer } from '../../local/sms-server';
import { localSmsApp, smsEnvironment, startSmsServer } from '../../local/sms-server';
import { createTable, openStream } from '../../local/table';
import { templateSetting } from '../../local/wechat-mail';
import type { WeChatServer } from '../../local/wechat-server';
import { startWeChatServer } from '../../local/wechat-server';

/**
 * A fresh cloud in memory for one test file: the real engine, the real handlers from source through their function
 * entries, the real stream readers. Nothing of the back end is mocked.
 */
export type Answer<R extends Route> =
  | { status: 200; body: Response<R> }
  | { status: number; body: { code: RefusalCode; message: string; requestId: string } };

export type TestCloud = {
  wechat: WeChatServer;
  sms: SmsServer;
  files: FileServer;
  tableName: string;
  /** Server time in ms; `setTime` moves it, also back. */
  now(): number;
  setTime(at: number): void;
  /** Sends an event of one's own making: for what no client of ours would send. */
  send(
    event: RawEvent,
  ): Promise<{ statusCode: number; headers: Record<string, string>; body: string }>;
  call<R extends Route>(route: R, request: Request<R>, accessToken?: string): Promise<Answer<R>>;
  drain(): Promise<number>;
  stop(): Promise<void>;
};
export type RawEvent = {
  route: Route;
  body?: string;
  query?: Record<string, string>;
  path?: Record<string, string>;
  headers?: Record<string, string>;
  address?: string;
};

/** Two hundred calls share one process here, where Lambda would give each its own: no call is cut off for that. */
const timeoutMs = 60_000;
const app = { appId: 'wx-test', appSecret: 'secret' };

export async function startTestCloud(): Promise<TestCloud> {
  const engine = await startEngine();
  const wechat = await startWeChatServer(app);
  const now = () => Date.now() + Number(process.env.CLOCK_OFFSET_MS);
  const files = await startFileServer({ now });
  const sms = await startSmsServer({ ...localSmsApp, now });
  Object.assign(process.env, localAws, secretsOf(undefined), smsEnvironment(sms.url), {
    STAGE: 'test',
    PUBLIC_ORIGIN: 'https://volunteer.example.cn',
    LOG_LEVEL: 'silent',
    DYNAMODB_ENDPOINT: engine.endpoint,
    WECHAT_API: wechat.url,
    FILES_ENDPOINT: files.url,
    FILES_BUCKET: localBucket,
    WECHAT_APP_ID: app.appId,
    WECHAT_APP_SECRET: app.appSecret,
    WECHAT_TEMPLATES: templateSetting,
    CLOCK_OFFSET_MS: '0',
  });
  const client = connect(engine.endpoint);
  const tableName = await createTable(client);
  const streamArn = await openStream(client);
  client.destroy();
  process.env.TABLE_NAME = tableName;
  const functions = packagedFunctions();
  const pump = pumpFor(functions, { endpoint: engine.endpoint, streamArn });
  const send = (event: RawEvent) => {
    const owner = functions.find(({ routes }) =>
      routes.some(({ method, path: at }) => `${method} ${at}` === event.route),
    );
    if (!owner) throw new Error(`no function serves ${event.route}`);
    const { name } = owner;
    return invoke(handlerOf(name), eventOf(event), { name, timeoutMs }) as ReturnType<
      TestCloud['send']
    >;
  };
  return {
    wechat,
    sms,
    files,
    tableName,
    now,
    setTime: (at) => {
      process.env.CLOCK_OFFSET_MS = String(at - Date.now());
    },
    send,
    call: async (route, request, accessToken) => {
      const answer = await send(rawOf(route, request, accessToken));
      return { status: answer.statusCode, body: JSON.parse(answer.body) };
    },
    drain: () => pump.drain(),
    stop: async () => {
      await pump.stop();
      await wechat.stop();
      await files.stop();
      await sms.stop();
      await engine.stop();
    },
  };
}

/** The function's own entry, from source: `functions/<noun>/<noun>.function.ts`, the stream's in `functions/stream`. */
export function handlerOf(name: string): Handler {
  const files = [name, 'stream'].map((folder) =>
    path.join(root, 'functions', folder, `${name}.function.ts`),
  );
  const file = files.find(existsSync);
  if (!file) throw new Error(`no source for the function ${name}`);
  return require(file).main as Handler;
}

function pumpFor(
  functions: PackagedFunction[],
  { endpoint, streamArn }: { endpoint: string; streamArn: string },
): Pump {
  const readers = functions.flatMap(({ name, stream }) =>
    stream
      ? [
          {
            name,
            ...stream,
            call: (event: object) => invoke(handlerOf(name), event, { name, timeoutMs }),
          },
        ]
      : [],
  );
  return createPump({ client: connectStreams(endpoint), streamArn, readers, pauseMs: () => 0 });
}

/** Splits a request into path, query and body as the mini-program's client does. */
function rawOf<R extends Route>(route: R, request: Request<R>, accessToken?: string): RawEvent {
  const fields = { ...(request as Record<string, unknown>) };
  const inPath: Record<string, string> = {};
  for (const [, name = ''] of route.matchAll(/\{(\w+)\}/g)) {
    inPath[name] = String(fields[name]);
    delete fields[name];
  }
  const inQuery = route.startsWith('GET ') || route.startsWith('DELETE ');
  const query = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  );
  return {
    route,
    path: inPath,
    ...(inQuery ? { query } : { body: JSON.stringify(fields) }),
    ...(accessToken && { headers: { authorization: `Bearer ${accessToken}` } }),
  };
}

function eventOf({ route, body, query, path: parameters = {}, headers, address }: RawEvent) {
  const [method = '', template = ''] = route.split(' ');
  const rawPath = template.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? '');
  return {
    version: '2.0',
    routeKey: route,
    rawPath,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { 'content-type': 'application/json', ...headers },
    ...(query && Object.keys(query).length > 0 && { queryStringParameters: query }),
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    requestContext: {
      requestId: randomUUID(),
      routeKey: route,
      stage: '$default',
      http: {
        method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: address ?? '192.0.2.1',
        userAgent: 'jest',
      },
    },
    ...(body !== undefined && { body }),
    isBase64Encoded: false,
  };
}
