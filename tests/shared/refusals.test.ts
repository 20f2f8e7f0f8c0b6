import { isDurable } from '#shared/answers';
import { refusals } from '#shared/refusals';

const all = Object.entries(refusals);

test.each(all)('%s → a fact in snake_case, a status of refusal, a Chinese sentence', (code, it) => {
  expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
  expect([400, 401, 403, 404, 409, 410, 413, 422, 429, 500, 503]).toContain(it.status);
  expect(it.message).toMatch(/^[\p{Script=Han}\d ，。、]+$/u);
  expect(it.message).toMatch(/[\p{Script=Han}]$/u);
  expect(it.message.length).toBeLessThanOrEqual(40);
});

test('no two refusals say the same', () => {
  const messages = all.map(([, { message }]) => message);
  expect(new Set(messages).size).toBe(messages.length);
});

test('what a rule refused about points stays refused; what time or a repair can change does not', () => {
  const about = (code: keyof typeof refusals) => isDurable(refusals[code].status);
  expect(
    (
      ['points_short', 'sold_out', 'price_changed', 'quota_reached', 'reward_off_shelf'] as const
    ).map(about),
  ).toEqual([true, true, true, true, true]);
  expect(
    (['session_expired', 'too_many_requests', 'busy', 'fault', 'wechat_unavailable'] as const).map(
      about,
    ),
  ).toEqual([false, false, false, false, false]);
});

test('whatever says that points were not taken is said of a reward', () => {
  const spared = all
    .filter(([, { message }]) => message.includes('积分没有扣'))
    .map(([code]) => code);
  expect(spared).toEqual([
    'reward_off_shelf',
    'price_changed',
    'quota_reached',
    'points_short',
    'sold_out',
  ]);
});
