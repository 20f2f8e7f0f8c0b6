import { minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, organisation, volunteer } from '../../support/given';
import { books, earn, expectBalanced, reward } from '../../support/given-rewards';

let cloud: TestCloud;
let who: Person;
let counter: Person;
let organiser: Person;
let path: string[];

beforeAll(async () => {
  cloud = await startTestCloud();
  counter = await volunteer(cloud, '柜台');
  organiser = await volunteer(cloud, '王组织');
  const above = await organisation([[counter, 'counter']]);
  path = [above, await organisation([[organiser, 'organiser', 'admin']], [above])];
});
afterAll(() => cloud.stop());
beforeEach(async () => {
  cloud.setTime(Date.now());
  who = await volunteer(cloud, '欧阳娜娜');
});
afterEach(expectBalanced);

async function reserved(person = who) {
  await earn(cloud, person, { '2026': 30 });
  const { rewardId, price } = await reward({ pieces: 3 }, path);
  const redemptionId = newRequestId();
  await person.ask('POST /redemptions', { redemptionId, rewardId, price });
  return { rewardId, redemptionId };
}
const codeFor = (redemptionId: string, person = who) =>
  person.ask('POST /redemptions/{redemptionId}/pickup-code', { redemptionId });
const scan = (token: string, by = counter) =>
  by.call('POST /handovers', { handoverId: newRequestId(), token });
const refusal = (status: number, code: string) => ({ status, body: { code } });

test('the counter scans → handed over; it sees what and where, of the volunteer four characters', async () => {
  const { rewardId, redemptionId } = await reserved();
  const { token, expiresAt, now } = await codeFor(redemptionId);
  expect(expiresAt - now).toBe(6 * minuteMs);
  const answer = await scan(token);
  expect(answer).toMatchObject({ status: 200 });
  expect(Object.keys(answer.body).sort()).toEqual([
    'handedOverAt',
    'stationName',
    'title',
    'volunteerTail',
  ]);
  expect(answer.body).toMatchObject({ volunteerTail: who.volunteerId.slice(-4), title: '毛巾' });
  expect(JSON.stringify(answer.body)).not.toContain('欧');
  expect(await who.ask('GET /redemptions/{redemptionId}', { redemptionId })).toMatchObject({
    state: 'picked_up',
  });
  expect((await books()).left(rewardId)).toBe(2);
  expect(await who.call('DELETE /redemptions/{redemptionId}', { redemptionId })).toMatchObject(
    refusal(409, 'redemption_closed'),
  );
});

test('the same hand-over is sent again, also when its code is long over → the same answer', async () => {
  const { redemptionId } = await reserved();
  const { token } = await codeFor(redemptionId);
  const request = { handoverId: newRequestId(), token };
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => counter.ask('POST /handovers', request)),
  );
  cloud.setTime(cloud.now() + 60 * minuteMs);
  answers.push(await counter.ask('POST /handovers', request));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
});

test('the same hand-over id for another code → refused, nothing handed over', async () => {
  const [first, second] = [await reserved(), await reserved()];
  const handoverId = newRequestId();
  const { token } = await codeFor(first.redemptionId);
  await counter.ask('POST /handovers', { handoverId, token });
  const other = await codeFor(second.redemptionId);
  expect(await counter.call('POST /handovers', { handoverId, token: other.token })).toMatchObject(
    refusal(409, 'request_differs'),
  );
  expect(
    await who.ask('GET /redemptions/{redemptionId}', { redemptionId: second.redemptionId }),
  ).toMatchObject({ state: 'reserved' });
});

test('two counters scan one code at the same moment → one hands over, the other is told it is used', async () => {
  const { redemptionId } = await reserved();
  const { token } = await codeFor(redemptionId);
  const second = await volunteer(cloud, '另一柜台');
  const beside = await organisation([[second, 'counter']]);
  expect(await scan(token, second)).toMatchObject(refusal(403, 'not_allowed'));
  expect(beside).not.toBe(path[0]);
  const answers = await Promise.all(Array.from({ length: 8 }, () => scan(token)));
  const codes = answers.map(({ body }) => ('code' in body ? body.code : 'handed over'));
  expect(codes.sort()).toEqual(['handed over', ...Array.from({ length: 7 }, () => 'pickup_used')]);
});

test('a code is over → expired; a newer one is good, the older one no more', async () => {
  const { redemptionId } = await reserved();
  const first = await codeFor(redemptionId);
  cloud.setTime(first.expiresAt + 1);
  expect(await scan(first.token)).toMatchObject(refusal(410, 'pickup_expired'));
  const second = await codeFor(redemptionId);
  const third = await codeFor(redemptionId);
  expect(await scan(second.token)).toMatchObject(refusal(410, 'pickup_expired'));
  expect((await scan(third.token)).status).toBe(200);
  expect(await scan(third.token)).toMatchObject(refusal(409, 'pickup_used'));
  expect(await scan(second.token)).toMatchObject(refusal(409, 'redemption_closed'));
});

test('cancelled after the code was shown → closed', async () => {
  const { redemptionId } = await reserved();
  const { token } = await codeFor(redemptionId);
  await who.ask('DELETE /redemptions/{redemptionId}', { redemptionId });
  expect(await scan(token)).toMatchObject(refusal(409, 'redemption_closed'));
});

test('forged, or a code for something else → said so', async () => {
  const { redemptionId } = await reserved();
  const { token } = await codeFor(redemptionId);
  const forged = `${token.slice(0, 27)}${token.endsWith('A') ? 'B' : 'A'}`;
  expect(await scan(forged)).toMatchObject(refusal(422, 'code_forged'));
  const [, organisationId = ''] = path;
  const { shiftId } = await activity(cloud, { organiser, organisationId });
  const checkin = await codeShown(organiser, shiftId, { kind: 'checkin' });
  expect(await scan(checkin.token)).toMatchObject(refusal(422, 'code_wrong_kind'));
});

test('whoever is not a counter there → not allowed; a counter to itself → neither', async () => {
  const { redemptionId } = await reserved();
  const { token } = await codeFor(redemptionId);
  for (const by of [who, organiser, await volunteer(cloud)]) {
    expect(await scan(token, by)).toMatchObject(refusal(403, 'not_allowed'));
  }
  const own = await reserved(counter);
  const ownCode = await codeFor(own.redemptionId, counter);
  expect(await scan(ownCode.token)).toMatchObject(refusal(403, 'not_to_oneself'));
  expect((await scan(token)).status).toBe(200);
});
