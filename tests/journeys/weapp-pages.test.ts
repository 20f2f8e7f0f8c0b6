import { minuteMs } from '#shared/time';
import type { TestCloud } from '../support/cloud';
import { startTestCloud } from '../support/cloud';
import type { Person } from '../support/given';
import { activity, organisation, volunteer } from '../support/given';
import { earn, reward } from '../support/given-rewards';
import { packageFiles } from '../support/miniboot/package-files';
import type { WeappPhone, World } from '../support/weapp-phone';
import { weappFolder, weappPhone } from '../support/weapp-phone';

/** The built mini-program's other pages, on WeChat's own framework. Needs `npm run build:weapp`. */
let cloud: TestCloud;
let staff: Person;
let organisationId: string;
const phones: WeappPhone[] = [];

beforeAll(async () => {
  cloud = await startTestCloud();
  staff = await volunteer(cloud, '王组织');
  organisationId = await organisation([[staff, 'organiser', 'counter']]);
});
afterEach(() => {
  for (const phone of phones.splice(0)) phone.kill();
});
afterAll(() => cloud.stop());

/** A person's phone, on which they are signed in. */
async function phoneOf({ openid }: Person, around: Partial<World> = {}): Promise<WeappPhone> {
  const phone = weappPhone(cloud, { openid, ...around });
  phones.push(phone);
  await phone.tap('#sign-in');
  await phone.untilText('您好，');
  await phone.until(() => !phone.find('#sign-in'));
  return phone;
}
const calledWith = (phone: WeappPhone, name: string): object[] =>
  phone.calls.filter((call) => call.name === name).map(({ options }) => options);

test('the organiser’s screen → a code and its digits; on and bright until it is left', async () => {
  const { shiftId } = await activity(cloud, { organiser: staff, organisationId });
  const phone = await phoneOf(staff);
  phone.enter({ path: 'activities/code/index', query: { shiftId } });
  await phone.until(() => phone.find('#code-picture'));
  const digits = phone.text('#code-digits');
  expect(digits).toMatch(/^\d{3} \d{3}$/);
  await phone.tapText('签退码');
  await phone.until(() => phone.text('#code-digits') !== digits);
  expect(calledWith(phone, 'setKeepScreenOn')).toEqual([{ keepScreenOn: true }]);
  expect(calledWith(phone, 'setScreenBrightness')).toEqual([{ value: 1 }]);

  await phone.tap('#open-roster');
  await phone.untilPage('activities/roster/index');
  await phone.until(() => calledWith(phone, 'setScreenBrightness').length === 2);
  expect(calledWith(phone, 'setKeepScreenOn')[1]).toEqual({ keepScreenOn: false });
  expect(calledWith(phone, 'setScreenBrightness')[1]).toEqual({ value: 0.5 });
  expect(phone.errors).toEqual([]);
});

test('redeems and shows the code, the counter scans it → handed over, once', async () => {
  const who = await volunteer(cloud, '韩梅梅');
  await earn(cloud, who, { 2026: 50 });
  const { rewardId } = await reward({ organisationId, path: [organisationId] });
  await cloud.drain();
  const phone = await phoneOf(who);
  phone.enter({ path: 'rewards/show/index', query: { rewardId } });
  await phone.tapText('用 30 积分兑换');
  await phone.until(() => phone.text('#balance-after') === '20 积分');
  await phone.tapText('兑换');
  await phone.untilText('兑换成功');
  await phone.tapText('去领取');
  await phone.until(() => phone.find('#code-picture'));

  const counter = await phoneOf(staff);
  counter.world.seen = [{ result: `https://volunteer.example/c/${pickupTokenOn(phone)}` }];
  counter.enter({ path: 'rewards/counter/index', query: {} });
  await counter.tap('#counter-scan');
  await counter.untilText('可以交付');
  await phone.untilText('已领取');
  for (const { errors } of [phone, counter]) expect(errors).toEqual([]);
});

/** What the picture of the code says. */
function pickupTokenOn(phone: WeappPhone): string {
  const answers = phone.calls
    .filter(({ options }) => String(options.url).endsWith('/pickup-code'))
    .map(({ result }) => (result as { data: { token: string } }).data.token);
  return answers[answers.length - 1] ?? '';
}

test('every page opens, for its person and for a guest, with something to read', async () => {
  const { activityId, shiftId } = await activity(cloud, { organiser: staff, organisationId });
  const { rewardId } = await reward({});
  const nobody = '0'.repeat(12);
  const query = {
    ...{ activityId, shiftId, rewardId, organisationId },
    ...{ volunteerId: nobody, bulletinId: nobody, importId: nobody },
    ...{ certificateId: nobody, findingId: nobody, sourceId: nobody },
    ...{ packId: 'qingdao', version: '1', sequence: '1' },
  };
  const guest = weappPhone(cloud, { openid: 'guest' });
  phones.push(guest);
  for (const phone of [await phoneOf(staff), guest]) {
    for (const page of packageFiles(weappFolder).pages) {
      phone.enter({ path: page, query });
      await phone.until(() => phone.text().length > 0, `words on ${page}`);
    }
    cloud.setTime(cloud.now() + minuteMs);
    expect(phone.errors).toEqual([]);
    expect(phone.calls.filter(({ error }) => error)).toEqual([]);
  }
});
