import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { api } from '#shared/api';
import { handle, handleOpen, serve } from '../../../functions/platform/handle';
import { refuse } from '../../../functions/platform/refuse';
import { accessMs, signSession } from '../../../functions/platform/session';
import { secretsOf } from '../../../local/secrets';

Object.assign(process.env, secretsOf(undefined), { LOG_LEVEL: 'silent', CLOCK_OFFSET_MS: '' });

type Parts = { route?: string; body?: string; token?: string; address?: string };
const event = ({ route = 'PUT /me', body = '{}', token, address = randomUUID() }: Parts) =>
  ({
    routeKey: route,
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    requestContext: {
      requestId: 'request-1',
      http: { method: route.split(' ')[0], sourceIp: address },
    },
    body,
  }) as unknown as APIGatewayProxyEventV2;

const tokenOf = (volunteerId: string, endsAt = Date.now() + accessMs) =>
  signSession({ volunteerId, way: { kind: 'weapp', mark: 'm' }, epoch: 1 }, 'access', endsAt);
const right = '{"name":"李雷","district":"370202"}';

let ran: unknown[] = [];
const main = serve(
  handle('PUT /me', api['PUT /me'], async (request, { caller }) => {
    ran.push(request);
    if (request.name === '坏') throw new Error(`secret detail of ${request.name}`);
    if (request.name === '忙') return refuse('busy');
    return { volunteerId: caller.volunteerId, minutes: 0, points: 0, now: 1 };
  }),
  handleOpen('GET /stations', api['GET /stations'], async (_, { caller }) => ({
    version: caller?.volunteerId ?? 'guest',
    now: 1,
  })),
);

async function ask(parts: Parts) {
  ran = [];
  const { statusCode, headers, body = '' } = await main(event(parts));
  return { status: statusCode, headers, body: JSON.parse(body) };
}

// One row per outcome, in the order in which they are tried.
test.each<[string, Parts, number, string]>([
  ['a route of another function', { route: 'GET /me' }, 404, 'not_found'],
  ['broken JSON, no session', { body: '{' }, 400, 'request_invalid'],
  ['an unknown key, no session', { body: '{"openid":"o"}' }, 400, 'request_invalid'],
  ['right, no session', { body: right }, 401, 'session_expired'],
  ['right, a forged session', { body: right, token: '1.e30.AAAA' }, 401, 'session_expired'],
  [
    'right, an expired session',
    { body: right, token: tokenOf('a1', Date.now() - 1) },
    401,
    'session_expired',
  ],
  [
    'a foreseen no',
    { body: '{"name":"忙","district":"370202"}', token: tokenOf('a1') },
    503,
    'busy',
  ],
  ['a fault', { body: '{"name":"坏","district":"370202"}', token: tokenOf('a1') }, 500, 'fault'],
])('%s → %i %s', async (_name, parts, status, code) => {
  const answer = await ask(parts);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.body.requestId).toBe('request-1');
  expect(Object.keys(answer.body).sort()).toEqual(['code', 'message', 'requestId']);
  expect(JSON.stringify(answer.body)).not.toContain('secret detail');
  expect(ran.length).toBe(status >= 500 ? 1 : 0);
});

test('right, with a session → answered as JSON that nobody keeps', async () => {
  const answer = await ask({ body: right, token: tokenOf('a1') });
  expect(answer).toMatchObject({ status: 200, body: { volunteerId: 'a1' } });
  expect(answer.headers).toEqual({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
});

test('an open route → also without a session; one that is no longer good is said to be so', async () => {
  const route = 'GET /stations';
  expect(await ask({ route })).toMatchObject({ status: 200, body: { version: 'guest' } });
  expect(await ask({ route, token: tokenOf('a1') })).toMatchObject({ body: { version: 'a1' } });
  expect(await ask({ route, token: 'x.y.z' })).toMatchObject({ status: 401 });
});

test('busy and too many requests say when to come again, other refusals do not', async () => {
  const busy = await ask({ body: '{"name":"忙","district":"370202"}', token: tokenOf('a1') });
  expect(busy.headers).toMatchObject({ 'retry-after': '2' });
  expect((await ask({ body: right })).headers).not.toHaveProperty('retry-after');
});

test('a person after the burst → 429, whatever address they come from; others go on', async () => {
  const statuses = [];
  for (let count = 0; count < 245; count++) {
    statuses.push((await ask({ body: right, token: tokenOf('hasty') })).status);
  }
  expect(statuses.slice(0, 240).every((status) => status === 200)).toBe(true);
  expect(statuses.at(-1)).toBe(429);
  expect((await ask({ body: right, token: tokenOf('patient') })).status).toBe(200);
});

test('an address after its burst → 429 before anything is looked at', async () => {
  const address = '192.0.2.77';
  let answer = await ask({ body: '{', address });
  for (let count = 0; count < 2_700 && answer.status === 400; count++) {
    answer = await ask({ body: '{', address });
  }
  expect(answer).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
  expect((await ask({ body: '{' })).status).toBe(400);
});
