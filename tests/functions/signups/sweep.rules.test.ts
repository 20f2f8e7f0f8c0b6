import { nextStep } from '../../../functions/signups/sweep.rules';

const at = (pass: number, shard: number, cursor?: string) =>
  nextStep({ pass, shard }, { parts: 3, cursor, now: 1_000 });

test.each([
  [
    'more of the page’s shard',
    at(1, 0, 'c'),
    { pass: 1, shard: 0, cursor: 'c', dueAt: 1_000, done: false },
  ],
  ['the next shard', at(1, 0), { pass: 1, shard: 1, dueAt: 1_000, done: false }],
  ['the queue after the last shard', at(1, 1), { pass: 1, shard: 2, dueAt: 1_000, done: false }],
  ['the second pass, a minute later', at(1, 2), { pass: 2, shard: 0, dueAt: 61_000, done: false }],
  ['nowhere after the second', at(2, 2), { pass: 2, shard: 2, dueAt: 1_000, done: true }],
])('a sweep goes on with %s', (_name, step, wanted) => {
  expect(step).toEqual(wanted);
});
