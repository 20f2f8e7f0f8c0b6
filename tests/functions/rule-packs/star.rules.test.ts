import { qingdao, zhangjiagang } from '../../../functions/rule-packs/shipped';
import { starOf } from '../../../functions/rule-packs/star.rules';

test.each([
  [0, undefined, undefined, '一星', 6_000],
  [5_999, undefined, undefined, '一星', 1],
  [6_000, '一星', undefined, '二星', 12_000],
  [60_000, '四星', undefined, '五星', 30_000],
  [90_000, '四星', '五星', undefined, undefined],
])('%i minutes in Qingdao → %s, proposed %s, next %s', (minutes, star, proposed, next, missing) => {
  const found = starOf(minutes, qingdao.stars);
  expect([found.star, found.proposed]).toEqual([star, proposed]);
  expect([found.next?.name, found.next?.missingMinutes]).toEqual([next, missing]);
});

test('a reviewed star is never given by the count: the highest one reached is proposed', () => {
  expect(starOf(1_000 * 60, zhangjiagang.stars)).toMatchObject({
    ...{ star: '五星', proposed: '银奖' },
    next: { name: '金奖', reviewed: true },
  });
});

test('no stars at all → none, and none to come', () => {
  expect(starOf(100_000, [])).toEqual({});
});
