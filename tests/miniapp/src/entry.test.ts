import Taro from '@tarojs/taro';
import { enter, isRegistered } from '../../../miniapp/src/entry';
import { keep, leave, person } from '../../../miniapp/src/tokens';
import { freshPhone, network, no, noNetwork, ok, sent, sessionOf } from '../../support/phone';

jest.mock('../../../miniapp/src/device/storage', () => require('../../support/phone').phoneStorage);
jest.mock('../../../miniapp/src/device/request', () => require('../../support/phone').phoneRequest);

const wang = '0123456789ab';
const cloud = (profile?: object) =>
  network(({ url }) =>
    url === '/sessions' ? ok(sessionOf(wang)) : ok({ volunteerId: wang, profile }),
  );

beforeEach(() => {
  freshPhone();
  leave();
  jest.clearAllMocks();
});

test('a guest who has registered → signed in silently, ready', async () => {
  cloud({});
  expect(await enter()).toEqual({ status: 'ready' });
  expect(person()?.volunteerId).toBe(wang);
});

test('not registered → sent to register', async () => {
  cloud();
  expect(await enter()).toEqual({ status: 'away' });
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/volunteers/register/index' });
});

test('no network, never signed in → said why', async () => {
  network(noNetwork);
  expect(await enter()).toMatchObject({
    status: 'failed',
    reason: expect.stringContaining('网络'),
  });
});

test('an account at risk → WeChat’s reason', async () => {
  network(() => no(403, 'account_at_risk'));
  expect(await enter()).toMatchObject({ reason: expect.stringContaining('风险') });
});

test('known to be registered → ready without network and without asking', async () => {
  keep(sessionOf(wang));
  cloud({});
  await isRegistered();
  sent.length = 0;
  network(noNetwork);
  expect(await enter()).toEqual({ status: 'ready' });
  expect(sent).toEqual([]);
});
