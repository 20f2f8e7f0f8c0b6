import type { SimulationState } from '#shared/rule-packs.words';
import { emptyTally } from '../../../functions/rule-packs/simulate.rules';
import type { SimulationEvent } from '../../../functions/rule-packs/simulation.rules';
import {
  begun,
  movedTo,
  progressOf,
  simulationAfter,
} from '../../../functions/rule-packs/simulation.rules';

const states = [undefined, 'running', 'done', 'stopped'] as const;
const events = ['start', 'move', 'finish', 'stop'] as const;
const allowed: [SimulationState | undefined, SimulationEvent, SimulationState][] = [
  [undefined, 'start', 'running'],
  ['running', 'move', 'running'],
  ['running', 'finish', 'done'],
  ['running', 'stop', 'stopped'],
  ['done', 'start', 'running'],
  ['stopped', 'start', 'running'],
];

test.each(allowed)('%s, %s → %s', (state, event, next) => {
  expect(simulationAfter(state, event)).toBe(next);
});

test('every other edge is forbidden', () => {
  for (const state of states) {
    for (const event of events) {
      const known = allowed.some(([from, by]) => from === state && by === event);
      if (!known) expect(simulationAfter(state, event)).toBeUndefined();
    }
  }
});

const now = Date.UTC(2026, 10, 24, 4);
const job = begun({ runId: 'a', packId: 'qingdao', packVersion: 1, startedBy: 'b' }, 1, now);

test('a year of days, today among them', () => {
  expect(job).toMatchObject({ state: 'running', from: '20251125', until: '20261124' });
  expect(progressOf(job)).toEqual({ days: 365, daysDone: 0 });
});

test.each([
  ['20251125', 'running', 0],
  ['20261124', 'running', 364],
  ['20261125', 'done', 365],
])('the place %s → %s, %i days done', (day, state, daysDone) => {
  const moved = movedTo(job, { day, shard: 0 }, { tally: emptyTally(), now: now + 1 });
  expect(moved).toMatchObject({ state, movedAt: now + 1 });
  expect(progressOf(moved).daysDone).toBe(daysDone);
});
