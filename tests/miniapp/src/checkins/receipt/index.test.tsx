import Taro from '@tarojs/taro';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import ReceiptPage from '../../../../../miniapp/src/checkins/receipt/index';
import { sendAll, submit } from '../../../../../miniapp/src/outbox';
import { keep, leave } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, no, noNetwork, ok, sessionOf } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const wang = '0123456789ab';
const scanId = '01K00000000000000000000000';
const minute = 60_000;
const now = Date.UTC(2026, 10, 24, 6, 5);
const receipt = {
  status: 'checked_in',
  shiftId: wang,
  activityId: wang,
  title: '第一海水浴场净滩',
  placeName: '第一海水浴场',
  startsAt: now - 5 * minute,
  endsAt: now + 115 * minute,
  inAt: now,
  walkIn: false,
  doubts: [],
  now,
};
const scan = () =>
  act(async () => {
    const request = { scanId, token: 'A'.repeat(28) };
    await submit({ id: scanId, route: 'POST /checkins', request });
  });

beforeEach(() => {
  jest.clearAllMocks();
  freshPhone();
  leave();
  keep(sessionOf(wang));
  openWith({ scanId, route: encodeURIComponent('POST /checkins') });
});

test('checked in → when, what, where, and that leaving must be scanned too', async () => {
  network(() => ok(receipt));
  await scan();
  render(<ReceiptPage />);
  expect(screen.getByText('签到成功')).toBeTruthy();
  expect(screen.getByText('今天 14:05')).toBeTruthy();
  expect(screen.getByText('第一海水浴场净滩')).toBeTruthy();
  expect(screen.getByText(/离开时请再扫现场的签退码/)).toBeTruthy();
  expect(Taro.vibrateShort).toHaveBeenCalled();
});

test('checked out → minutes, points and the grade in words', async () => {
  network(() =>
    ok({
      ...receipt,
      status: 'checked_out',
      outAt: now + 115 * minute,
      rawMinutes: 115,
      creditedMinutes: 120,
      points: 20,
      grade: 'B',
      why: 'place_agrees',
      doubts: ['forwarded_picture'],
    }),
  );
  await scan();
  render(<ReceiptPage />);
  expect(screen.getByText('签退成功')).toBeTruthy();
  expect(screen.getByText('1 小时 55 分')).toBeTruthy();
  expect(screen.getByText('20 积分')).toBeTruthy();
  expect(screen.getByText('B · 两端现场扫码，位置与活动地点相符')).toBeTruthy();
  expect(screen.getByText('两端的位置都与活动地点相符')).toBeTruthy();
  expect(screen.getByText('扫的可能是别人转发的图片')).toBeTruthy();
});

test('no network → 待同步 and never 签到成功; then the answer comes by itself', async () => {
  network(noNetwork);
  await scan();
  render(<ReceiptPage />);
  expect(screen.getByText('待同步')).toBeTruthy();
  expect(screen.queryByText('签到成功')).toBeNull();
  network(() => ok(receipt));
  await act(() => sendAll());
  expect(screen.getByText('签到成功')).toBeTruthy();
});

test.each([
  ['code_stale', 410, '码已过时', '重新扫码'],
  ['wrong_activity', 409, '扫到了另一场活动', '重新扫码'],
  ['not_registered', 403, '还没有登记', '去登记'],
  ['checkin_too_early', 409, '还没到签到时间', '查看我的服务'],
  ['checkin_too_late', 409, '活动已结束', '查看我的服务'],
  ['gate_revoked', 410, '签到口已停用', '重新扫码'],
  ['upload_too_late', 410, '上传太晚了', '查看我的服务'],
  ['service_decided', 409, '组织者已处理', '查看我的服务'],
  ['shift_full', 409, '名额已满', '看看其他活动'],
  ['calendar_overlap', 409, '时间有冲突', '查看我的服务'],
  ['checkout_too_early', 409, '刚刚签到', '查看我的服务'],
])('%s → its own words and its own way out', async (code, status, headline, way) => {
  network(() => no(status, code));
  await scan();
  render(<ReceiptPage />);
  expect(screen.getByText(headline)).toBeTruthy();
  expect(screen.getByRole('button', { name: way })).toBeTruthy();
  expect(screen.getByRole('button', { name: '回首页' })).toBeTruthy();
});

/** The scan waits for an organiser; `state` is what has become of the record since. */
async function waiting(state: string, more: object = {}) {
  const late = { ...receipt, status: 'late', doubts: ['late_upload'], ...more };
  network(({ url }) =>
    url.startsWith('/me/records')
      ? ok({ records: [{ ...receipt, state, creditedMinutes: 120 }], now })
      : ok(late),
  );
  await scan();
  render(<ReceiptPage />);
  await act(async () => undefined);
}

test('sent too late to be a scan of the moment → 待组织者确认, never 签到成功, and nothing is counted', async () => {
  await waiting('late');
  expect(screen.getByText('待组织者确认')).toBeTruthy();
  expect(screen.getByText('扫码后没有立即上传')).toBeTruthy();
  expect(screen.queryByText('签到成功')).toBeNull();
  expect(screen.queryByText('记入工时')).toBeNull();
  expect(Taro.vibrateShort).not.toHaveBeenCalled();
});

test('the way out arrived before the way in → only what is known', async () => {
  await waiting('late', { inAt: undefined, outAt: now });
  expect(screen.getByText('签退')).toBeTruthy();
  expect(screen.queryByText('签到')).toBeNull();
});

test('the organiser has vouched since → 已确认 with the hours; has not → told so, and where to ask', async () => {
  await waiting('credited');
  expect(screen.getByText('组织者已确认')).toBeTruthy();
  expect(screen.getByText('谢谢您！本次记入 2 小时。')).toBeTruthy();
  cleanup();
  await waiting('declined');
  expect(screen.getByText('组织者未予确认')).toBeTruthy();
  expect(screen.getByText(/请联系组织者/)).toBeTruthy();
});

test('another person’s scan → not shown', async () => {
  network(() => ok(receipt));
  await scan();
  act(() => keep(sessionOf('ba9876543210')));
  await act(() => sendAll());
  openWith({ scanId: '01K00000000000000000000009' });
  render(<ReceiptPage />);
  expect(screen.getByText('这部手机上没有这次扫码')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '查看我的服务' }));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/checkins/records/index' });
});
