import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Request, Route } from '#shared/api';
import { api } from '#shared/api';
import { dayMs, minuteMs } from '#shared/time';
import { beginSettling } from '../../functions/activities/settling';
import { newRequestId } from '../../miniapp/src/ids';
import type { TestCloud } from '../support/cloud';
import { startTestCloud } from '../support/cloud';
import type { Person } from '../support/given';
import {
  activity,
  approverOf,
  codeShown,
  newcomer,
  organisation,
  publication,
  served,
  volunteer,
} from '../support/given';
import { reward } from '../support/given-rewards';
import type { Spent } from '../support/meter';
import { metered } from '../support/meter';
import { putAll } from '../support/put-all';
import { root, textOf } from '../support/tree';

/** What every route asks of the table, counted on the engine, compared with docs/costs.md. */
let cloud: TestCloud;
const rows = new Map<string, Spent>();

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

async function cost<R extends Route>(
  who: Person,
  route: R,
  { request, name = route }: { request: Request<R>; name?: string },
) {
  await who.ask('GET /me', {}); // Refreshes the access token before anything is counted.
  let body: unknown;
  rows.set(
    name,
    await metered(async () => {
      body = await who.ask(route, request);
    }),
  );
  return body as Awaited<ReturnType<typeof who.ask<R>>>;
}

test('walk every route once, as people would', async () => {
  const organiser = await volunteer(cloud, '王组织');
  const counter = await volunteer(cloud, '赵柜台');
  const organisationId = await organisation([
    [organiser, 'organiser'],
    [counter, 'counter'],
  ]);
  await signIns();
  await activities(organiser, organisationId);
  await checkins(organiser, organisationId);
  await rewards({ organiser, counter, organisationId });
  const missing = Object.keys(api).filter(
    (route) => ![...rows.keys()].some((row) => row.startsWith(route)),
  );
  expect(missing).toEqual([]);
}, 120_000);

async function signIns() {
  const openid = 'openid-of-costs';
  const first = await metered(async () => {
    await newcomer(cloud, openid);
  });
  rows.set('POST /sessions, the first time', first);
  rows.set('POST /sessions', await metered(async () => newcomer(cloud, openid)));
  const who = await newcomer(cloud, openid);
  const { refreshToken } = who.session;
  await cost(who, 'POST /sessions/refresh', { request: { refreshToken } });
  await cost(who, 'POST /me', {
    request: {
      ...{ name: '李雷', phoneNumber: '13700000000', district: '370202' },
      ...{ birthMonth: '199003', consent: true },
    },
  });
  await cost(who, 'PUT /me', { request: { name: '李雷', district: '370203' } });
  await cost(who, 'GET /me', { request: {} });
  await cost(who, 'GET /me/memberships', { request: {} });
  await cost(who, 'DELETE /sessions', { request: {} });
}

async function activities(organiser: Person, organisationId: string) {
  const who = await volunteer(cloud);
  await drafts(organiser, organisationId);
  const { activityId, shiftId, startsAt } = await activity(cloud, { organiser, organisationId });
  const day = new Date(startsAt + 8 * 60 * minuteMs).toISOString().slice(0, 10).replaceAll('-', '');
  await cost(who, 'GET /activities', { request: { district: '370202', day } });
  await cost(who, 'GET /activities/{activityId}', { request: { activityId } });
  const { token } = await cost(organiser, 'GET /activities/{activityId}/poster', {
    request: { activityId },
  });
  await cost(who, 'GET /codes/{token}', { request: { token } });
  await cost(who, 'PUT /shifts/{shiftId}/signup', { request: { shiftId } });
  await cost(who, 'DELETE /shifts/{shiftId}/signup', { request: { shiftId } });
  await cost(organiser, 'GET /shifts/{shiftId}/board', { request: { shiftId } });
  await cost(organiser, 'GET /shifts/{shiftId}/roster', { request: { shiftId } });
  const { gate } = await cost(organiser, 'POST /shifts/{shiftId}/gates', { request: { shiftId } });
  await cost(organiser, 'DELETE /shifts/{shiftId}/gates/{gate}', { request: { shiftId, gate } });
}

/** An activity from its draft to its settlement. */
async function drafts(organiser: Person, organisationId: string) {
  const approver = await approverOf(cloud, organisationId);
  const request = publication(cloud, { organisationId });
  const { requestId: _, organisationId: __, ...story } = request;
  const { activityId, ...first } = await cost(organiser, 'POST /activities', { request });
  const edit = { ...story, ...first, activityId };
  const edited = await cost(organiser, 'PUT /activities/{activityId}', { request: edit });
  const submission = 'POST /activities/{activityId}/submission';
  const handedIn = await cost(organiser, submission, { request: edited });
  const { version } = handedIn;
  await cost(approver, 'GET /organisations/{organisationId}/reviews', {
    request: { organisationId },
  });
  const decision = 'POST /activities/{activityId}/decision';
  const verdict = { activityId, version, verdict: 'approve' } as const;
  const published = await cost(approver, decision, { request: verdict });
  const text = { description: '清理沙滩', contact: '现场组织者' };
  await cost(organiser, 'PUT /activities/{activityId}/text', {
    request: { activityId, version: published.version, ...text },
  });
  const state = 'published' as const;
  await cost(organiser, 'GET /organisations/{organisationId}/activities', {
    request: { organisationId, state },
  });
  const { shifts } = await organiser.ask('GET /activities/{activityId}', { activityId });
  const [{ shiftId, startsAt, endsAt }] = shifts as [(typeof shifts)[0]];
  const reason = '大风';
  const moved = await cost(organiser, 'POST /shifts/{shiftId}/postponement', {
    request: { shiftId, startsAt: startsAt + minuteMs, endsAt: endsAt + minuteMs, reason },
  });
  await cost(organiser, 'POST /shifts/{shiftId}/cancellation', { request: { ...moved, reason } });
  const off = await activity(cloud, { organiser, organisationId });
  await cost(organiser, 'POST /activities/{activityId}/cancellation', {
    request: { activityId: off.activityId, reason },
  });
  const rule = 'FREQ=MONTHLY;COUNT=12';
  await cost(organiser, 'GET /repeats', { request: { rule, day: '20261124' } });
  await settled(organiser, organisationId);
}

async function settled(organiser: Person, organisationId: string) {
  const { activityId, endsAt } = await activity(cloud, { organiser, organisationId });
  const now = cloud.now();
  cloud.setTime(endsAt + 3 * dayMs);
  await beginSettling({ now: cloud.now() });
  await cost(organiser, 'POST /activities/{activityId}/settlement', { request: { activityId } });
  cloud.setTime(now);
}

async function checkins(organiser: Person, organisationId: string) {
  const who = await volunteer(cloud);
  const { shiftId, startsAt, endsAt } = await activity(cloud, { organiser, organisationId });
  await who.ask('PUT /shifts/{shiftId}/signup', { shiftId });
  cloud.setTime(startsAt);
  const { token } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  const scan = { scanId: newRequestId(), token };
  const name = 'POST /checkins, checking in after signing up';
  await cost(who, 'POST /checkins', { request: scan, name });
  const walkIn = await volunteer(cloud);
  await cost(walkIn, 'POST /checkins', { request: scan, name: 'POST /checkins, on the spot' });
  const claiming = await volunteer(cloud);
  const code = cloud.wechat.issueLoginCode(claiming.openid);
  const { claimId } = await cost(claiming, 'POST /claims', { request: { token, code } });
  await cost(claiming, 'POST /claims/{claimId}/confirmation', {
    request: { claimId, scanId: newRequestId() },
  });
  cloud.setTime(endsAt);
  const out = await codeShown(organiser, shiftId, { kind: 'checkout' });
  await cost(who, 'POST /checkins', {
    request: { scanId: newRequestId(), token: out.token },
    name: 'POST /checkins, checking out',
  });
  for (const route of ['GET /me/records', 'GET /me/hours', 'GET /me/points'] as const) {
    await cost(who, route, { request: {} });
  }
}

type Counter = { organiser: Person; counter: Person; organisationId: string };

async function rewards({ organiser, counter, organisationId }: Counter) {
  cloud.setTime(Date.now());
  const who = await volunteer(cloud);
  const { shiftId } = await activity(cloud, { organiser, organisationId });
  await served(cloud, who, organiser, shiftId);
  const stationId = await publishedStation();
  const { rewardId, price } = await reward({ stationId, price: 5, pieces: 20 }, [organisationId]);
  await cost(who, 'GET /stations', { request: {} });
  await cost(who, 'GET /stations/{stationId}', { request: { stationId } });
  await cost(who, 'GET /rewards', { request: { district: '370202' } });
  await cost(who, 'GET /rewards/{rewardId}', { request: { rewardId } });
  const [first, second] = [newRequestId(), newRequestId()];
  await cost(who, 'POST /redemptions', { request: { redemptionId: first, rewardId, price } });
  await who.ask('POST /redemptions', { redemptionId: second, rewardId, price });
  await cost(who, 'GET /redemptions', { request: {} });
  await cost(who, 'GET /redemptions/{redemptionId}', { request: { redemptionId: first } });
  const pickup = await cost(who, 'POST /redemptions/{redemptionId}/pickup-code', {
    request: { redemptionId: first },
  });
  await cost(counter, 'POST /handovers', {
    request: { handoverId: newRequestId(), token: pickup.token },
  });
  await cost(who, 'DELETE /redemptions/{redemptionId}', { request: { redemptionId: second } });
}

/** One station on the city's published list. */
async function publishedStation(): Promise<string> {
  const { newStation, stationAt } =
    require('../../functions/stations/station.table') as typeof import('../../functions/stations/station.table');
  const { publishStations } =
    require('../../functions/stations/publish') as typeof import('../../functions/stations/publish');
  const stationId = '57a000000001';
  const station = newStation({
    ...{ stationId, name: '八大关学雷锋站', kind: 'lei_feng', district: '370202' },
    ...{ street: '八大关街道', address: '山海关路', phone: '0532-55500001' },
    ...{ latitude: 36.05, longitude: 120.35, hours: Array(7).fill([540, 1020]) },
    ...{ services: ['water'], synthetic: true },
  });
  await putAll([{ ...station, ...stationAt(stationId) }]);
  await publishStations({ now: cloud.now() });
  return stationId;
}

test('signing in is one read; a signed-up check-in writes one item; nearby asks nothing', () => {
  expect(rows.get('POST /sessions')?.requests).toEqual(['BatchGet']);
  const checkin = rows.get('POST /checkins, checking in after signing up');
  expect(checkin).toMatchObject({ requests: ['BatchGet', 'Put'], written: 1 });
  expect(rows.get('POST /checkins, checking out')?.requests).toEqual(['BatchGet', 'TransactWrite']);
  expect(rows.get('POST /redemptions')?.requests).toEqual(['BatchGet', 'TransactWrite']);
});

test('docs/costs.md says what was counted (WRITE_COSTS=1 writes it)', () => {
  const file = path.join(root, 'docs/costs.md');
  const text = page();
  if (process.env.WRITE_COSTS) writeFileSync(file, text);
  expect(textOf('docs/costs.md')).toBe(text);
});

function page(): string {
  const lines = [...rows].map(([name, { requests, readUnits, writeUnits, written }]) => {
    const asked = requests.length === 0 ? '–' : requests.join(' + ');
    return `| ${name} | ${asked} | ${readUnits} | ${written} | ${writeUnits} |`;
  });
  return `# What a request costs

Requests to DynamoDB and the capacity units they consume, counted by \`tests/journeys/costs.test.ts\` on the embedded engine
with one-kilobyte items; searching nearby stations costs no request at all, because the phone does it.

| route | requests | read units | items written | write units |
| --- | --- | ---: | ---: | ---: |
${lines.join('\n')}
`;
}
