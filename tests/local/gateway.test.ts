import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Gateway, LocalRoutes } from '../../local/gateway';
import { startGateway, Unfit } from '../../local/gateway';
import type { Handler } from '../../local/lambda';
import type { PackagedFunction } from '../../local/packaged';

type Event = {
  routeKey: string;
  rawPath: string;
  headers: Record<string, string>;
  cookies?: string[];
  body?: string;
  isBase64Encoded: boolean;
} & Record<string, unknown>;
type Told = { apiLimitMs?: number; timeoutMs?: number };

let gateway: Gateway | undefined;
afterEach(async () => {
  await gateway?.stop();
  gateway = undefined;
});

const page = '<title>志愿云</title>';

function h5(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'h5-'));
  mkdirSync(path.join(folder, 'js'));
  writeFileSync(path.join(folder, 'index.html'), page);
  writeFileSync(path.join(folder, 'js/app.0a1b2c3d.js'), 'let a = 1;\n'.repeat(500));
  writeFileSync(path.join(folder, '..', 'outside.txt'), 'secret');
  return folder;
}

/** A gateway before one function of three routes. */
async function serving(handler: (event: Event) => unknown, told: Told = {}) {
  const functions: PackagedFunction[] = [
    {
      name: 'noun',
      file: 'dist/noun',
      entry: 'main',
      timeoutMs: told.timeoutMs ?? 10_000,
      routes: [
        { method: 'GET', path: '/things/{thingId}' },
        { method: 'POST', path: '/things' },
        { method: 'DELETE', path: '/things/{thingId}/parts/{part}' },
      ],
    },
  ];
  const localRoutes: LocalRoutes = {
    'POST /local/echo': async (body) => {
      if (body.bad) throw new Unfit('bad is not fit');
      return { body };
    },
  };
  gateway = await startGateway({
    functions,
    handlerOf: async () => (async (event: Event) => handler(event)) as Handler,
    localRoutes,
    files: h5(),
    ...(told.apiLimitMs && { apiLimitMs: told.apiLimitMs }),
  });
  return (at: string, init?: RequestInit) => fetch(`${gateway?.url}${at}`, init);
}

test('a request → an event in format 2.0', async () => {
  const send = await serving((event) => event);
  const answer = await send('/things/a%20b?x=1&x=2&y=%E9%9D%92', {
    headers: { 'X-Mixed-Case': 'Yes', cookie: 'a=1; b=2', authorization: 'Bearer t' },
  });
  const event = (await answer.json()) as Event;
  expect(event).toMatchObject({
    version: '2.0',
    routeKey: 'GET /things/{thingId}',
    rawPath: '/things/a b',
    rawQueryString: 'x=1&x=2&y=%E9%9D%92',
    queryStringParameters: { x: '1,2', y: '青' },
    pathParameters: { thingId: 'a b' },
    cookies: ['a=1', 'b=2'],
    headers: { 'x-mixed-case': 'Yes', authorization: 'Bearer t' },
    isBase64Encoded: false,
    requestContext: { stage: '$default', http: { method: 'GET', sourceIp: '127.0.0.1' } },
  });
  expect(event.headers.cookie).toBeUndefined();
  expect(event.body).toBeUndefined();
});

test.each([
  ['application/json', '{"a":"青"}', false],
  ['text/plain', 'a', false],
  ['application/x-www-form-urlencoded', 'a=1', true],
  ['image/png', '\u0000', true],
])('a body of %s → base64: %s', async (type, body, encoded) => {
  const send = await serving((event) => event);
  const answer = await send('/things', { method: 'POST', body, headers: { 'content-type': type } });
  const event = (await answer.json()) as Event;
  const bytes = Buffer.from(event.body ?? '', encoded ? 'base64' : 'utf8');
  expect([event.isBase64Encoded, bytes.toString()]).toEqual([encoded, body]);
});

test('a structured answer → status, headers in lower case, cookies, body', async () => {
  const send = await serving(() => ({
    statusCode: 201,
    headers: { 'X-Thing': 7 },
    cookies: ['a=1', 'b=2'],
    body: '青',
  }));
  const answer = await send('/things/1');
  expect([answer.status, answer.headers.get('x-thing'), await answer.text()]).toEqual([
    201,
    '7',
    '青',
  ]);
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
});

test('a compressed answer in base64 → passed through as bytes', async () => {
  const send = await serving(() => ({
    statusCode: 200,
    headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' },
    isBase64Encoded: true,
    body: gzipSync('{"a":1}').toString('base64'),
  }));
  expect(await (await send('/things/1')).json()).toEqual({ a: 1 });
});

test.each([
  ['an object', { a: 1 }, '{"a":1}'],
  ['a text', 'plain', 'plain'],
])('%s without a status → 200 and itself', async (_, given, text) => {
  const send = await serving(() => given);
  const answer = await send('/things/1');
  expect([answer.status, await answer.text()]).toEqual([200, text]);
});

test.each([
  ['POST', '/things/1'],
  ['DELETE', '/things/1'],
  ['POST', '/nowhere'],
  ['GET', '/things/1/more.json'],
  ['GET', '/local/nothing'],
])('%s %s is no route → 404 as API Gateway says it', async (method, at) => {
  const send = await serving(() => ({}));
  const answer = await send(at, { method });
  expect([answer.status, await answer.json()]).toEqual([404, { message: 'Not Found' }]);
});

test('a path that cannot be decoded → 400', async () => {
  const send = await serving(() => ({}));
  expect((await send('/things/%zz')).status).toBe(400);
});

test('a handler that throws → 500 without a word of why', async () => {
  const send = await serving(() => {
    throw new Error('inner detail');
  });
  const answer = await send('/things/1');
  expect([answer.status, await answer.json()]).toEqual([500, { message: 'Internal Server Error' }]);
});

test('a body over 10 MB → 413, and the function is not called', async () => {
  const handler = jest.fn();
  const send = await serving(handler);
  const answer = await send('/things', { method: 'POST', body: 'x'.repeat(10 * 1024 * 1024 + 1) });
  expect([answer.status, handler.mock.calls.length]).toEqual([413, 0]);
});

test('no answer in time → 503 when the API gives up, 500 when the function does', async () => {
  const never = () => new Promise(() => undefined);
  const slow = await serving(never, { apiLimitMs: 30 });
  expect((await slow('/things/1')).status).toBe(503);
  await gateway?.stop();
  const stuck = await serving(never, { timeoutMs: 30 });
  expect((await stuck('/things/1')).status).toBe(500);
});

test('routes of the local cloud → JSON in and out; what is unfit is a 400', async () => {
  const send = await serving(() => ({}));
  const post = (body: string) => send('/local/echo', { method: 'POST', body });
  expect(await (await post('{"a":1}')).json()).toEqual({ body: { a: 1 } });
  expect(await (await post('{"bad":1}')).json()).toEqual({ message: 'bad is not fit' });
  expect((await post('{')).status).toBe(400);
});

test.each(['/', '/c/AAAAAAAAAAAAAAAAAAAAAAAAAAAA', '/tabs/home/index'])(
  'GET %s → the program',
  async (at) => {
    const send = await serving(() => ({}));
    const answer = await send(at);
    expect([answer.status, await answer.text()]).toEqual([200, page]);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  },
);

test('a file with its hash in the name → kept for ever, compressed for whoever takes it', async () => {
  const send = await serving(() => ({}));
  const answer = await send('/js/app.0a1b2c3d.js');
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(answer.headers.get('cache-control')).toContain('immutable');
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(await answer.text()).toContain('let a = 1;');
  const plain = await send('/js/app.0a1b2c3d.js', { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
});

/** Sends a path as it is: fetch would tidy it up first. */
const rawStatus = (at: string): Promise<number | undefined> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(gateway?.url ?? '');
    ask({ hostname, port, path: at }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    }).end();
  });

test.each(['/../outside.txt', '/%2e%2e/outside.txt', '/..%2foutside.txt', '/js/%00.js'])(
  'GET %s → nothing outside the folder',
  async (at) => {
    await serving(() => ({}));
    expect(await rawStatus(at)).toBe(404);
  },
);

test('HEAD of a file → its headers only', async () => {
  const send = await serving(() => ({}));
  const answer = await send('/js/app.0a1b2c3d.js', { method: 'HEAD' });
  expect([answer.status, await answer.text()]).toEqual([200, '']);
});
