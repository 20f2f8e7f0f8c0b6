import { minuteMs } from '#shared/time';
import { nextStep } from '../../../functions/settlements/notice-sweep.rules';

const now = Date.UTC(2026, 10, 24, 6);
const goesOn = { dueAt: now, done: false };
test.each([
  [
    'the next page',
    { pass: 1, shard: 0, shards: 2 },
    'c',
    { pass: 1, shard: 0, cursor: 'c', ...goesOn },
  ],
  ['the next shard', { pass: 1, shard: 0, shards: 2 }, undefined, { pass: 1, shard: 1, ...goesOn }],
  [
    'the second pass, later',
    { pass: 1, shard: 1, shards: 2 },
    undefined,
    { pass: 2, shard: 0, dueAt: now + minuteMs, done: false },
  ],
  [
    'nowhere',
    { pass: 2, shard: 1, shards: 2 },
    undefined,
    { pass: 2, shard: 1, dueAt: now, done: true },
  ],
])('the sweep goes on to %s', (_name, at, cursor, next) => {
  expect(nextStep(at, { cursor, now })).toEqual(next);
});
