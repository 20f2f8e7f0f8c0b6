import { hourMs } from '#shared/time';
import { momentIn } from '../../../../../miniapp/src/typed-hours/type/times';

const startsAt = Date.UTC(2026, 10, 24, 14); // 22:00 in Qingdao.

test.each([
  ['22:00', 0],
  ['23:30', 1.5],
  ['02:00', 4],
  ['21:59', 24 - 1 / 60],
])('%s within a shift that starts at 22:00', (clock, hours) => {
  expect(momentIn({ startsAt }, clock)).toBe(startsAt + Math.round(hours * 60) * (hourMs / 60));
});
