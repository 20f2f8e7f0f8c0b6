import { minuteMs } from '#shared/time';
import type { TestCloud } from '../support/cloud';
import { startTestCloud } from '../support/cloud';
import type { Person } from '../support/given';
import { activity, codeShown, newcomer, organisation, volunteer } from '../support/given';
import { publishStations } from '../support/given-stations';
import type { Storage } from '../support/miniboot/storage';
import type { WeappPhone } from '../support/weapp-phone';
import { weappPhone } from '../support/weapp-phone';

/** The built mini-program in WeChat's own framework, against the real handlers. Needs `npm run build:weapp`. */
let cloud: TestCloud;
let organiser: Person;
let organisationId: string;
const phones: WeappPhone[] = [];

beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
  organisationId = await organisation([[organiser, 'organiser']]);
  await publishStations(cloud, { '370202': '八大关街道学雷锋站', '370212': '金家岭街道学雷锋站' });
});
afterEach(() => {
  for (const phone of phones.splice(0)) phone.kill();
});
afterAll(() => cloud.stop());

type Around = Omit<Parameters<typeof weappPhone>[1], 'openid'>;

/** A phone of its own for each test; `openid` to be the same person again. */
function phoneOf(openid: string, around: Around = {}): WeappPhone {
  const phone = weappPhone(cloud, { openid, ...around });
  phones.push(phone);
  return phone;
}

/** A registered volunteer with a phone on which they are signed in. */
async function phoneOfVolunteer(openid: string, around: Around = {}): Promise<WeappPhone> {
  const who = await newcomer(cloud, openid);
  await who.ask('POST /me', {
    ...{ name: '韩梅梅', phoneNumber: '13900000001', district: '370202' },
    ...{ birthMonth: '199003', consent: true },
  });
  const phone = phoneOf(openid, around);
  await phone.tap('#sign-in');
  await phone.untilText('您好，韩梅梅');
  return phone;
}

/** An activity, and the clock at one minute before it begins. */
async function begun() {
  const shift = await activity(cloud, { organiser, organisationId });
  cloud.setTime(shift.startsAt - minuteMs);
  return shift;
}
const linkTo = (token: string): string => `https://volunteer.example/c/${token}`;

async function linkShown(shiftId: string, kind: 'checkin' | 'checkout'): Promise<string> {
  return linkTo((await codeShown(organiser, shiftId, { kind })).token);
}

async function scan(phone: WeappPhone, result: string): Promise<void> {
  await phone.openTab('scan');
  phone.world.seen = [{ result }];
  await phone.tap('#scan-camera');
}

/** What the cloud holds of the person's services. */
async function recordsOf(openid: string) {
  const who = await newcomer(cloud, openid);
  return (await who.ask('GET /me/records', {})).records;
}

/** Nothing was thrown, and of the phone's answers only the expected ones were failures. */
function expectSound(phone: WeappPhone, failures: string[] = []): void {
  expect(phone.errors).toEqual([]);
  expect(phone.calls.flatMap(({ error }) => error?.errMsg ?? [])).toEqual(failures);
}

test('a guest opens it → the four tabs, each with something to see', async () => {
  const phone = phoneOf('guest');
  await phone.untilText('八大关街道学雷锋站');
  await phone.openTab('nearby');
  await phone.untilText('八大关街道学雷锋站');
  await phone.openTab('scan');
  await phone.untilText('打开相机扫码');
  await phone.openTab('me');
  await phone.untilText('还没有登录');
  expectSound(phone);
});

test('signs in, registers, signs up, scans in and out → hours and points', async () => {
  const shift = await activity(cloud, { organiser, organisationId, title: '栈桥讲解' });
  const phone = phoneOf('li-lei');
  await phone.tap('#sign-in');
  await phone.tap('#register');
  await register(phone);
  await phone.untilText('您好，李雷');

  await phone.tapText('栈桥讲解');
  await phone.tap('#action');
  await phone.untilPage('signups/sheet/index');
  await phone.tap('#sheet-action');
  await phone.untilText('去扫码签到');
  cloud.setTime(shift.startsAt - minuteMs);
  await scan(phone, await linkShown(shift.shiftId, 'checkin'));
  await phone.untilText('签到成功');
  expect(phone.text('#receipt-in')).toContain('栈桥讲解');
  expect(phone.text('#receipt-in')).toContain('五四广场');

  cloud.setTime(shift.endsAt);
  await phone.tap('#receipt-home');
  await scan(phone, await linkShown(shift.shiftId, 'checkout'));
  await phone.untilText('签退成功');
  expect(phone.text('#receipt-out')).toContain('本次记入 2 小时、20 积分');

  await phone.openTab('me');
  phone.pullDown();
  await phone.until(() => phone.text('#my-points') === '20分');
  expect(phone.text('#my-hours')).toBe('2小时');
  expectSound(phone);
});

/** Fills in the form; WeChat gives the number. */
async function register(phone: WeappPhone): Promise<void> {
  await phone.untilPage('volunteers/register/index');
  await phone.until(() => phone.find('#name'));
  await phone.type('#name', '李雷');
  const code = cloud.wechat.issuePhoneCode(phone.world.phoneNumber);
  await phone.fire('#phone-wechat', 'getphonenumber', { code, errMsg: 'getPhoneNumber:ok' });
  await phone.untilText('手机号已由微信提供');
  await phone.choose('#district', 0);
  await phone.choose('#birth-month', '1990-03');
  await phone.tap('#consent');
  await phone.tap('#register-submit');
}

test('a newcomer scans first → the scan waits for the registration, then counts', async () => {
  const { shiftId } = await begun();
  const phone = phoneOf('newcomer', { phoneNumber: '13900000002' });
  await scan(phone, await linkShown(shiftId, 'checkin'));
  await phone.untilText('的扫码已为您保留');
  await register(phone);
  await phone.untilText('签到成功');
  expect(phone.stack().map(({ path }) => path)).toEqual([
    'tabs/scan/index',
    'checkins/receipt/index',
  ]);
  expect(await recordsOf('newcomer')).toMatchObject([{ shiftId, state: 'checked_in' }]);
  expectSound(phone);
});

test('says no to WeChat for the number → types it', async () => {
  const phone = phoneOf('typist');
  await phone.tap('#sign-in');
  await phone.tap('#register');
  await phone.untilPage('volunteers/register/index');
  const declined = { errMsg: 'getPhoneNumber:fail user deny' };
  await phone.fire('#phone-wechat', 'getphonenumber', declined);
  await phone.tap('#register-submit');
  await phone.untilText('请填写 11 位手机号');
  await phone.type('#phone', '13700137000');
  await phone.type('#name', '李雷');
  await phone.choose('#district', 0);
  await phone.choose('#birth-month', '1990-03');
  await phone.tap('#consent');
  await phone.tap('#register-submit');
  await phone.untilText('您好，李雷');
  expectSound(phone);
});

test('turns back from the camera → nothing is said', async () => {
  const phone = phoneOf('turning-back');
  await phone.openTab('scan');
  await phone.tap('#scan-camera');
  await phone.until(() => phone.calls.some(({ name }) => name === 'scanCode'));
  await phone.untilText('打开相机扫码');
  expect(phone.find('#scan-said')).toBeUndefined();
  expectSound(phone, ['scanCode:fail cancel']);
});

test('refuses the position → looks for stations by district', async () => {
  const phone = phoneOf('private');
  await phone.openTab('nearby');
  await phone.tap('#locate');
  await phone.untilText('没有位置权限，可以按区市查找');
  await phone.tap('#filter');
  const laoshan = 4;
  await phone.choose('#station-district', laoshan);
  await phone.tapText('看结果');
  await phone.untilText('金家岭街道学雷锋站');
  expect(phone.text()).not.toContain('八大关街道学雷锋站');
  expectSound(phone, ['getLocation:fail auth deny']);
});

test('allows the position → the nearest first, with its distance', async () => {
  const position = { latitude: 36.06, longitude: 120.38, accuracy: 20 };
  const phone = phoneOf('found', { position });
  await phone.openTab('nearby');
  await phone.untilText('10 米');
  expectSound(phone);
});

test('started by the link on the organiser’s screen (q) → checked in', async () => {
  const { shiftId } = await begun();
  const { storage } = await phoneOfVolunteer('by-link');
  const q = encodeURIComponent(await linkShown(shiftId, 'checkin'));
  const launch = { path: 'tabs/scan/index', query: { q }, scene: 1011 };
  const phone = phoneOf('by-link', { storage, launch });
  await phone.untilText('签到成功');
  expectSound(phone);
});

test('entered again by a link while it runs → checked in', async () => {
  const { shiftId } = await begun();
  const phone = await phoneOfVolunteer('by-link-again');
  const q = encodeURIComponent(await linkShown(shiftId, 'checkin'));
  phone.enter({ path: 'tabs/scan/index', query: { q }, scene: 1011 });
  await phone.untilText('签到成功');
  expectSound(phone);
});

test('started by a printed code (scene) → its activity, and nobody is checked in', async () => {
  const { activityId } = await activity(cloud, { organiser, organisationId, title: '植树' });
  const { token } = await organiser.ask('GET /activities/{activityId}/poster', { activityId });
  const launch = { path: 'tabs/scan/index', query: { scene: token }, scene: 1047 };
  const phone = phoneOf('by-poster', { launch });
  await phone.untilPage('activities/show/index');
  await phone.untilText('植树');
  expect(phone.stack()[1]?.query).toEqual({ activityId });
  expectSound(phone);
});

test('a code that is not ours → says so on the page', async () => {
  const phone = await phoneOfVolunteer('curious');
  await scan(phone, 'https://example.com/pay');
  await phone.until(() => phone.find('#scan-said'));
  expectSound(phone);
});

test.each(['leaving', 'arriving'] as const)(
  'killed with a scan %s → sent again with the same id when it is opened, one record',
  async (where) => {
    const { shiftId } = await begun();
    const openid = `killed-${where}`;
    const scanIds: unknown[] = [];
    const phone = await phoneOfVolunteer(openid, {
      passes: (route, when) => {
        if (route !== 'POST /checkins' || when !== where) return true;
        phone.kill();
        return false;
      },
    });
    const { storage } = phone;
    await scan(phone, await linkShown(shiftId, 'checkin'));
    const kept = await waitingIn(storage);
    expect(await recordsOf(openid)).toHaveLength(where === 'leaving' ? 0 : 1);

    const again = phoneOf(openid, {
      storage,
      passes: () => true,
    });
    await again.until(() => waitingIn(storage).length === 0);
    for (const { name, options } of again.calls) {
      if (name === 'request' && String(options.url).endsWith('/checkins')) {
        scanIds.push((options.data as { scanId: string }).scanId);
      }
    }
    expect(scanIds).toEqual([kept[0]?.id]);
    expect(await recordsOf(openid)).toMatchObject([{ shiftId, state: 'checked_in' }]);
    expectSound(again);
  },
);

test('without network → 待同步, never 已签到; sent when the network comes', async () => {
  const { shiftId } = await begun();
  const phone = await phoneOfVolunteer('underground');
  const link = await linkShown(shiftId, 'checkin');
  phone.world.online = false;
  phone.emit('NetworkStatusChange', { isConnected: false, networkType: 'none' });
  await scan(phone, link);
  await phone.untilText('待同步');
  expect(phone.find('#receipt-in')).toBeUndefined();
  phone.world.online = true;
  phone.emit('NetworkStatusChange', { isConnected: true, networkType: '4g' });
  await phone.untilText('签到成功');
  expect(phone.errors).toEqual([]);
});

const waitingIn = (storage: Storage): { id: string }[] =>
  [...storage].flatMap(([key, text]) => (key.startsWith('outbox:') ? JSON.parse(text) : []));
