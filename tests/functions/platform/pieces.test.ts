import { dayMs, minuteMs } from '#shared/time';
import { afterWaiting, goesOn } from '../../../functions/platform/pieces';

const movedAt = Date.UTC(2026, 10, 24);

test.each([
  [0, 'wait'],
  [5 * minuteMs, 'wait'],
  [5 * minuteMs + 1, 'move'],
  [dayMs, 'move'],
  [dayMs + 1, 'stop'],
])('work that stands still for %i ms → %s', (waited, verdict) => {
  expect(afterWaiting({ movedAt }, movedAt + waited)).toBe(verdict);
});

test.each([
  ['its own change, running', { pk: 'J', sk: '#J' }, { state: 'running' }, 1],
  ['its own change, done', { pk: 'J', sk: '#J' }, { state: 'done' }, 0],
  ['somebody else’s change', { pk: 'V', sk: '#P' }, { state: 'running' }, 0],
  ['taken away', { pk: 'J', sk: '#J' }, undefined, 0],
])('the next piece is started by %s: %o → %i', async (_name, key, after, times) => {
  const advance = jest.fn(async () => {});
  const consumer = goesOn(({ pk }) => pk === 'J', advance);
  await consumer({ eventId: 'e', key, before: undefined, after });
  expect(advance).toHaveBeenCalledTimes(times);
});
