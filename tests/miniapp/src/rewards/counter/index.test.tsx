import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { Answered } from '../../../../../miniapp/src/device/request';
import { sendAll } from '../../../../../miniapp/src/outbox';
import CounterPage from '../../../../../miniapp/src/rewards/counter/index';
import { keep, leave } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, no, noNetwork, ok, sent, sessionOf } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const tokenOf = (kind: number) =>
  Buffer.from([0x10 | kind, ...Array.from({ length: 20 }, () => 7)]).toString('base64url');
const camera = Taro.scanCode as unknown as jest.Mock;
const given = {
  title: '毛巾',
  stationName: '中山路站',
  volunteerTail: '3f9a',
  handedOverAt: Date.now(),
};
const handovers = () => sent.filter(({ url }) => url === '/handovers');
const cloud = (answer: Answered | undefined, roles = ['member', 'counter']) =>
  network(({ url }) => {
    if (url === '/handovers') return answer;
    return ok({ memberships: [{ organisationId: '0', organisationName: '市南区', roles }] });
  });
const tap = (name: string) => act(async () => void fireEvent.click(screen.getByText(name)));

beforeEach(() => {
  freshPhone();
  leave();
  keep(sessionOf('0123456789ab'));
  openWith({});
  camera.mockReset().mockResolvedValue({ result: tokenOf(4) });
});

test('the code is good → what may be handed over, and nobody’s name', async () => {
  cloud(ok(given));
  render(<CounterPage />);
  await tap('扫领取码');
  expect(await screen.findByText('可以交付')).toBeTruthy();
  expect(screen.getByText('毛巾')).toBeTruthy();
  expect(screen.getByText('3f9a')).toBeTruthy();
});

test.each([
  ['pickup_used', 409, '这个领取码已经用过了'],
  ['pickup_expired', 410, '领取码已过期，请志愿者刷新后再扫'],
  ['not_to_oneself', 403, '不能办理自己的事项，请由另一位工作人员办理'],
  ['redemption_closed', 409, '这张兑换单已完成或已取消'],
])('%s → not to be handed over, and why', async (code, status, sentence) => {
  cloud(no(status, code));
  render(<CounterPage />);
  await tap('扫领取码');
  expect(await screen.findByText('不能交付')).toBeTruthy();
  expect(screen.getByText(sentence)).toBeTruthy();
});

test('no network → nothing is handed over until the answer comes, under the same id', async () => {
  cloud(undefined);
  render(<CounterPage />);
  await tap('扫领取码');
  expect(await screen.findByText('待同步，先不要交付')).toBeTruthy();
  cloud(ok(given));
  await act(() => sendAll());
  expect(await screen.findByText('可以交付')).toBeTruthy();
  expect(new Set(handovers().map(({ body }) => body?.handoverId)).size).toBe(1);
});

test('another kind of code → said, nothing sent', async () => {
  cloud(ok(given));
  camera.mockResolvedValue({ result: tokenOf(1) });
  render(<CounterPage />);
  await tap('扫领取码');
  expect(await screen.findByText(/这不是领取码/)).toBeTruthy();
  expect(handovers()).toEqual([]);
});

test('scanned with the scan page → handed over only after a tap', async () => {
  cloud(ok(given));
  openWith({ token: tokenOf(4) });
  render(<CounterPage />);
  expect(handovers()).toEqual([]);
  await tap('核销刚才扫到的码');
  expect(await screen.findByText('可以交付')).toBeTruthy();
});

test('not a counter → told whom to show the code to', async () => {
  cloud(ok(given), ['member']);
  render(<CounterPage />);
  await waitFor(() => expect(screen.getByText('这里是兑换柜台')).toBeTruthy());
});

test('a guest → asked to sign in', () => {
  leave();
  network(noNetwork);
  render(<CounterPage />);
  expect(screen.getByText('请先登录')).toBeTruthy();
});
