import Taro from '@tarojs/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { RewardCard } from '#shared/rewards';
import RewardPage from '../../../../../miniapp/src/rewards/show/index';
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

const reward: RewardCard = {
  rewardId: '00000000000a',
  title: '纯棉毛巾',
  description: '一条',
  sponsorName: '琴岛家纺',
  price: 40,
  stock: 3,
  monthlyLimit: 2,
  stationId: '00000000000b',
  stationName: '市南区文明实践中心',
  district: '370202',
  pickupDays: 14,
  onShelf: true,
};
const me = {
  volunteerId: '0123456789ab',
  profile: { name: '王芳' },
  minutes: 600,
  points: 100,
  now: Date.now(),
};
type Posted = { redemptionId: string; rewardId: string; price: number };
const posted = () =>
  sent.filter((it) => it.method === 'POST').map((it) => it.body as unknown as Posted);

/** `answer`: what becomes of the exchange. Undefined: no network. */
function cloud(answer: (request: Posted) => ReturnType<typeof ok> | undefined) {
  network((request) => {
    if (request.method === 'POST') return answer(request.body as unknown as Posted);
    return ok(request.url.endsWith('/me') ? me : reward);
  });
}
const done = ({ redemptionId }: Posted) =>
  ok({
    redemption: {
      ...{ redemptionId, rewardId: reward.rewardId, title: reward.title, price: 40 },
      ...{ stationId: reward.stationId, stationName: reward.stationName, state: 'reserved' },
      ...{ reservedAt: Date.now(), fetchBy: Date.now() + 86_400_000 },
    },
    balance: 60,
  });

async function agreed() {
  keep(sessionOf(me.volunteerId));
  openWith({ rewardId: reward.rewardId });
  render(<RewardPage />);
  fireEvent.click(await screen.findByText('用 40 积分兑换'));
  await screen.findByText('60 积分');
  fireEvent.click(screen.getByText('兑换'));
}

beforeEach(freshPhone);

test('agreed → one request with an id and the price that was shown, then the result', async () => {
  cloud(done);
  await agreed();
  await screen.findByText('兑换成功');
  expect(posted()).toEqual([
    { redemptionId: expect.stringMatching(/^[0-9A-Z]{26}$/), rewardId: reward.rewardId, price: 40 },
  ]);
  fireEvent.click(screen.getByText('去领取'));
  const { redemptionId } = posted()[0] as Posted;
  expect(Taro.redirectTo).toHaveBeenCalledWith({
    url: `/rewards/pickup/index?redemptionId=${redemptionId}`,
  });
});

test('refused → says that no point was taken, and leads back to the reward', async () => {
  cloud(() => no(409, 'sold_out', '这份礼品刚刚兑完，积分没有扣'));
  await agreed();
  await screen.findByText('这份礼品刚刚兑完，积分没有扣');
  fireEvent.click(screen.getByText('返回礼品'));
  await waitFor(() => expect(screen.getByText('用 40 积分兑换')).toBeTruthy());
});

test('no network → waits to be sent, and is never called done', async () => {
  cloud(() => undefined);
  await agreed();
  await screen.findByText('待同步');
  expect(screen.queryByText('兑换成功')).toBeNull();
});
