import { codeKinds, kindOf } from '#shared/code';
import { readToken, signer } from '../../../functions/platform/token';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, organisation, publication, volunteer } from '../../support/given';

let cloud: TestCloud;
let organiser: Person;
let activityId: string;
let shiftId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  const organisationId = await organisation([[organiser, 'organiser']]);
  ({ activityId, shiftId } = await activity(cloud, { organiser, organisationId }));
});
afterAll(() => cloud.stop());

const poster = () => organiser.ask('GET /activities/{activityId}/poster', { activityId });
const lookUp = (token: string) => cloud.call('GET /codes/{token}', { token });

test("the poster → a printed code of this activity, and WeChat's own picture of it", async () => {
  const { token, wechatCode = '' } = await poster();
  expect(readToken(token)).toEqual({ kind: 'activity', subject: activityId, step: 0, gate: 0 });
  expect(Buffer.from(wechatCode, 'base64').subarray(1, 4).toString()).toBe('PNG');
  expect((await poster()).token).toBe(token);
});

test('WeChat draws none → the code alone; WeChat is down → the code alone, too', async () => {
  cloud.wechat.fail('/wxa/getwxacodeunlimit', { errcode: 45009 });
  expect(Object.keys(await poster())).toEqual(['token']);
  cloud.wechat.fail('/wxa/getwxacodeunlimit', { status: 502 });
  expect(Object.keys(await poster())).toEqual(['token']);
});

test('who does not organise it → not_allowed; no such activity → not_found', async () => {
  const who = await volunteer(cloud);
  const ask = (person: Person, id: string) =>
    person.call('GET /activities/{activityId}/poster', { activityId: id });
  expect(await ask(who, activityId)).toMatchObject({ status: 403, body: { code: 'not_allowed' } });
  expect(await ask(organiser, 'ffffffffffff')).toMatchObject({ status: 404 });
});

test('of a draft, for whoever may not see it → not_found, as if there were none', async () => {
  const author = await volunteer(cloud);
  const own = await organisation([[author, 'organiser']]);
  const { activityId: hidden } = await author.ask(
    'POST /activities',
    publication(cloud, { organisationId: own }),
  );
  for (const route of [
    'GET /activities/{activityId}/poster',
    'GET /activities/{activityId}/poster-file',
  ] as const) {
    const answer = await organiser.call(route, { activityId: hidden });
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
  }
});

test('a printed code looked up, by anybody → what it opens', async () => {
  const { token } = await poster();
  expect(await lookUp(token)).toEqual({ status: 200, body: { kind: 'activity', id: activityId } });
  const station = signer('station', '0123456789ab').token(0, 0);
  expect(await lookUp(station)).toMatchObject({ body: { kind: 'station', id: '0123456789ab' } });
});

test.each(['checkin', 'checkout', 'pickup'] as const)(
  'a %s code is for the spot, not for looking up → code_wrong_kind',
  async (kind) => {
    const token =
      kind === 'pickup'
        ? signer(kind, '0123456789ab').token(1, 0)
        : (await codeShown(organiser, shiftId, { kind })).token;
    expect(await lookUp(token)).toMatchObject({ status: 422, body: { code: 'code_wrong_kind' } });
  },
);

test('a forged code → code_forged, whatever kind it says it is', async () => {
  const { token } = await poster();
  for (const { number } of Object.values(codeKinds)) {
    const bytes = Buffer.from(token, 'base64url');
    bytes[0] = 0x10 | number;
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    const forged = bytes.toString('base64url');
    expect(kindOf(forged)).toBeDefined();
    expect(await lookUp(forged)).toMatchObject({ status: 422, body: { code: 'code_forged' } });
  }
});
