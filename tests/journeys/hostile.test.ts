import { access } from '#shared/access';
import type { Route } from '#shared/api';
import { api } from '#shared/api';
import { startGateway } from '../../local/gateway';
import { packagedFunctions } from '../../local/packaged';
import type { RawEvent, TestCloud } from '../support/cloud';
import { handlerOf, startTestCloud } from '../support/cloud';
import type { Person } from '../support/given';
import { volunteer } from '../support/given';
import { eventOf, hostileEvents, hostileTokens } from '../support/hostile';
import { allItems } from '../support/items';

/** Hostile input at every route: always a 4xx with a code, never a 5xx, and nothing is written. */
let cloud: TestCloud;
let who: Person;
const routes = Object.keys(api) as Route[];

beforeAll(async () => {
  cloud = await startTestCloud();
  who = await volunteer(cloud);
});
afterAll(() => cloud.stop());

test.each(routes)('%s', async (route) => {
  const before = await allItems();
  const headers = { authorization: `Bearer ${who.session.accessToken}` };
  const odd: string[] = [];
  const expectRefused = async (what: string, event: RawEvent) => {
    const { statusCode, body } = await cloud.send(event);
    const answer = JSON.parse(body) as { code?: string; message?: string };
    const refused = statusCode >= 400 && statusCode < 500 && answer.code && answer.message;
    if (!refused) odd.push(`${what}: ${statusCode} ${body.slice(0, 120)}`);
  };
  let turn = 0;
  for (const { what, event } of hostileEvents(route)) {
    // Many addresses: the brake on one address would otherwise hide what the schemas say.
    await expectRefused(what, { ...event, headers, address: `198.51.100.${turn++ % 250}` });
  }
  if (access[route] !== 'anyone') {
    for (const token of hostileTokens) {
      const event = eventOf(route);
      const forged = { authorization: `Bearer ${token}` };
      await expectRefused(`token ${token}`, { ...event, headers: forged, address: '203.0.113.9' });
    }
  }
  expect(odd).toEqual([]);
  expect(await allItems()).toEqual(before);
});

test('a wrong method, an unknown path and a broken path over HTTP → 404 or 400, never a 5xx', async () => {
  const gateway = await startGateway({
    functions: packagedFunctions(),
    handlerOf: async (name) => handlerOf(name),
  });
  const statuses = [];
  for (const [method, at] of [
    ['PATCH', '/me'],
    ['GET', '/checkins'],
    ['DELETE', '/activities'],
    ['POST', '/nothing/here'],
    ['GET', '/activities/%E0%A4%A'],
    ['GET', '/activities/..%2f..%2fetc'],
  ] as const) {
    statuses.push((await fetch(gateway.url + at, { method })).status);
  }
  await gateway.stop();
  expect(statuses.filter((status) => status < 400 || status >= 500)).toEqual([]);
});
