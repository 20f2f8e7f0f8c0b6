import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import Pickup from '../../../../../miniapp/src/rewards/pickup/index';
import { keep } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, no, ok, sent, sessionOf } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const redemptionId = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const redemption = (state: string, more: object = {}) => ({
  redemptionId,
  rewardId: '00000000000a',
  title: '纯棉毛巾',
  price: 40,
  stationId: '00000000000b',
  stationName: '市南区文明实践中心',
  state,
  reservedAt: Date.now(),
  fetchBy: Date.now() + 86_400_000,
  ...more,
});
const code = () => ({ token: 'A'.repeat(28), expiresAt: Date.now() + 360_000, now: Date.now() });

function opened(state: () => object, pickupCode: () => ReturnType<typeof ok> = () => ok(code())) {
  network(({ method, url }) => {
    if (url.endsWith('/pickup-code')) return pickupCode();
    if (method === 'DELETE') return ok({ redemption: redemption('cancelled'), balance: 60 });
    return ok(state());
  });
  keep(sessionOf('0123456789ab'));
  openWith({ redemptionId });
  render(<Pickup />);
}

beforeEach(freshPhone);

test('waits to be fetched → the code, how long it holds, and the facts', async () => {
  opened(() => redemption('reserved'));
  expect(await screen.findByRole('img', { name: '领取码，给柜台扫' })).toBeTruthy();
  expect(screen.getByRole('timer', { name: /领取码还有/ })).toBeTruthy();
  expect(screen.getByText('市南区文明实践中心')).toBeTruthy();
});

test('no code → the reason and a retry', async () => {
  let answer = no(503, 'busy', '现在人太多');
  opened(
    () => redemption('reserved'),
    () => answer,
  );
  await screen.findByText('现在人太多');
  answer = ok(code());
  fireEvent.click(screen.getByText('重试'));
  expect(await screen.findByRole('img')).toBeTruthy();
});

test.each([
  ['picked_up', '已领取', '礼品已经交到您手上', {}],
  ['cancelled', '已取消', '积分已退回', {}],
  ['lapsed', '逾期没有领取', '积分已退回，可以重新兑换', {}],
  ['refused', '没有兑换', '积分不够，积分没有扣', { refusedBecause: 'points_short' }],
])('%s → %s', async (state, headline, text, more) => {
  opened(() => redemption(state, more));
  expect(await screen.findByText(headline)).toBeTruthy();
  expect(screen.getByText(text)).toBeTruthy();
});

test('called off → asked once, sent, and shown as cancelled', async () => {
  let state = 'reserved';
  opened(() => redemption(state));
  fireEvent.click(await screen.findByText('取消兑换'));
  state = 'cancelled';
  fireEvent.click(screen.getAllByText('取消兑换')[1] as HTMLElement);
  await waitFor(() => expect(screen.getByText('已取消')).toBeTruthy());
  expect(sent.filter((it) => it.method === 'DELETE')).toHaveLength(1);
});
