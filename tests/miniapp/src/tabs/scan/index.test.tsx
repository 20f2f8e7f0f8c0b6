import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { keepAnswer, keyOf } from '../../../../../miniapp/src/cache';
import { dropClaim, keepClaim, useClaim } from '../../../../../miniapp/src/tabs/scan/claim';
import ScanPage from '../../../../../miniapp/src/tabs/scan/index';
import { keep, leave } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, noNetwork, ok, sent, sessionOf } from '../../../../support/phone';
import { openWith, showAgain } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const wang = '0123456789ab';
const minute = 60_000;
const checkin = Buffer.from([0x11, ...Array.from({ length: 20 }, () => 7)]).toString('base64url');
const receipt = { status: 'checked_in', now: Date.now() };
const camera = Taro.scanCode as unknown as jest.Mock;
const navigated = () =>
  (Taro.navigateTo as unknown as jest.Mock).mock.calls.map(([{ url }]) => url);
const urls = () => sent.map(({ url }) => url);
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const record = {
  shiftId: 'abcdefabcdef',
  activityId: wang,
  title: '净滩',
  placeName: '海边',
  startsAt: Date.now() + 10 * minute,
  endsAt: Date.now() + 130 * minute,
  state: 'signed_up',
};
const claim = {
  claimId: 'C'.repeat(43),
  kind: 'checkin' as const,
  shiftId: record.shiftId,
  title: '净滩',
  expiresAt: Date.now() + 9 * minute,
  scanId: '01K00000000000000000000000',
};
const registered = () => {
  keep(sessionOf(wang));
  keepAnswer(keyOf('GET /me', {}), { data: { profile: {} }, savedAt: 0 });
};
const cloud = () =>
  network(({ url }) => {
    if (url.startsWith('/me/records')) return ok({ records: [record], now: Date.now() });
    if (url === '/me') return ok({ volunteerId: wang, profile: {} });
    return ok(receipt);
  });

beforeEach(() => {
  freshPhone();
  leave();
  dropClaim();
  openWith({});
  jest.clearAllMocks();
});

test('the camera reads the code → its receipt', async () => {
  registered();
  cloud();
  camera.mockResolvedValueOnce({ result: `https://x.cn/c/${checkin}` });
  render(<ScanPage />);
  tap('打开相机扫码');
  await waitFor(() => expect(navigated()[0]).toMatch(/^\/checkins\/receipt\/index\?scanId=/));
});

test('turned back → nothing is said and nothing sent', async () => {
  camera.mockRejectedValueOnce({ errMsg: 'scanCode:fail cancel' });
  render(<ScanPage />);
  await act(async () => tap('打开相机扫码'));
  expect(document.querySelector('#scan-said')).toBeNull();
  expect(sent).toEqual([]);
});

test('a foreign code → said on the page', async () => {
  camera.mockResolvedValueOnce({ result: 'https://pay.example.com' });
  render(<ScanPage />);
  tap('打开相机扫码');
  expect(await screen.findByText(/没有识别出志愿云的码/)).toBeTruthy();
});

test('tapped twice → one scan is sent', async () => {
  registered();
  cloud();
  camera.mockResolvedValue({ result: checkin });
  render(<ScanPage />);
  await act(async () => {
    tap('打开相机扫码');
    tap('打开相机扫码');
  });
  await waitFor(() => expect(navigated()).toHaveLength(1));
  expect(urls().filter((url) => url === '/checkins')).toHaveLength(1);
});

test.each([
  ['scene', checkin],
  ['q', encodeURIComponent(`https://x.cn/c/${checkin}`)],
])('opened by WeChat with %s → handled at once', async (name, text) => {
  registered();
  cloud();
  openWith({ [name]: text });
  render(<ScanPage />);
  await waitFor(() => expect(navigated()[0]).toMatch(/receipt/));
});

test('six digits for the shift signed up for', async () => {
  registered();
  cloud();
  render(<ScanPage />);
  fireEvent.change(await screen.findByLabelText('二维码下方的 6 位数字'), {
    target: { value: '12345' },
  });
  tap('提交数字码');
  expect(await screen.findByText('请输入屏幕下方的 6 位数字')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('二维码下方的 6 位数字'), { target: { value: '123456' } });
  tap('提交数字码');
  await waitFor(() => expect(navigated()[0]).toMatch(/receipt/));
  expect(sent.at(-1)?.body ?? sent.find(({ url }) => url === '/checkins')?.body).toMatchObject({
    digits: '123456',
    shiftId: record.shiftId,
  });
});

test('a guest → told what digits need', () => {
  render(<ScanPage />);
  expect(screen.getByText('登录并报名活动后，可以在这里输入数字码。')).toBeTruthy();
});

test('a kept scan, not registered yet → how long it is kept and how to go on', () => {
  keepClaim(claim);
  network(noNetwork);
  render(<ScanPage />);
  expect(screen.getByText('已为您保留签到')).toBeTruthy();
  expect(screen.getByText(/还有 8 分钟|还有 9 分钟/)).toBeTruthy();
});

test('back from registering → confirmed by itself, once', async () => {
  keepClaim(claim);
  render(<ScanPage />);
  act(registered);
  cloud();
  await act(async () => showAgain());
  await waitFor(() => expect(navigated()[0]).toMatch(/receipt.*confirmation/));
  expect(urls().filter((url) => url.includes('/confirmation'))).toHaveLength(1);
  expect(useClaim.getState().claim).toBeUndefined();
});

test('kept for longer than ten minutes → said, and dropped on request', () => {
  keepClaim({ ...claim, expiresAt: Date.now() - 5_000 });
  render(<ScanPage />);
  expect(screen.getByText('这次扫码已过期')).toBeTruthy();
  tap('知道了');
  expect(screen.queryByText('这次扫码已过期')).toBeNull();
});
