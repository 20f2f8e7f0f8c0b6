import type { ShiftCard } from '#shared/activities';
import { joinable } from '../../../../../miniapp/src/tabs/home/today-card';

const now = 1_000_000;
const shift = (title: string, startsAt: number, facts: Partial<ShiftCard> = {}) =>
  ({ title, startsAt, endsAt: startsAt + 100, capacity: 2, taken: 0, ...facts }) as ShiftCard;

test('coming ones first, then running, then full; over and cancelled not at all', () => {
  const shifts = [
    shift('over', now - 100),
    shift('running', now - 50),
    shift('full', now - 10, { taken: 2 }),
    shift('cancelled', now + 10, { cancelled: true }),
    shift('later', now + 30),
    shift('soon', now + 20),
  ];
  expect(joinable(shifts, now).map(({ title }) => title)).toEqual([
    ...['soon', 'later', 'running', 'full'],
  ]);
});
