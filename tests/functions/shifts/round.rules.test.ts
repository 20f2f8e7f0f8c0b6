import { minuteMs } from '#shared/time';
import { askedUntil, nextOf } from '../../../functions/shifts/round.rules';

test.each([
  ['another page', 0, { shards: 2, cursor: 'c' }, { shard: 0, cursor: 'c', done: false }],
  ['the next shard', 0, { shards: 2, cursor: undefined }, { shard: 1, done: false }],
  ['the last shard', 1, { shards: 2, cursor: undefined }, { shard: 2, done: true }],
])('%s', (_name, shard, seen, next) => expect(nextOf({ shard }, seen)).toEqual(next));

const at = 1_800_000_000_000;
test.each([
  ['just begun', { at, withinMinutes: 10, done: true }, at, at + 10 * minuteMs],
  ['over', { at, withinMinutes: 10, done: true }, at + 10 * minuteMs + 1, undefined],
  [
    'people are still being asked',
    { at, withinMinutes: 10, done: false },
    at + 20 * minuteMs,
    at + 30 * minuteMs,
  ],
])('asked until, %s', (_name, round, now, until) => expect(askedUntil(round, now)).toBe(until));
