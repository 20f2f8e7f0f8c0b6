import { obstacleOf } from '../../../../../miniapp/src/rewards/show/redeem';

const reward = { onShelf: true, stock: 3, price: 40 };

test.each<[string, Partial<typeof reward>, number | undefined, string | undefined]>([
  ['off the shelf', { onShelf: false, stock: 0 }, 0, '已下架'],
  ['none left', { stock: 0 }, 0, '已兑完'],
  ['too few points', {}, 28, '积分不够，还差 12 分'],
  ['just enough points', {}, 40, undefined],
  ['a guest', {}, undefined, undefined],
])('%s → what the button says', (_, change, balance, said) => {
  expect(obstacleOf({ ...reward, ...change }, balance)).toBe(said);
});
