import type { HoursListState } from '#shared/imported-hours.words';
import { hoursListStates } from '#shared/imported-hours.words';
import { minuteMs } from '#shared/time';
import type {
  HoursListEvent,
  HoursListJob,
} from '../../../functions/imported-hours/hours-list.rules';
import { listAfter, moved, sentAgain } from '../../../functions/imported-hours/hours-list.rules';

const events: HoursListEvent[] = ['move', 'finish', 'stop', 'resume'];
const edges = [
  ['running', 'move', 'running'],
  ['running', 'finish', 'done'],
  ['running', 'stop', 'stopped'],
  ['stopped', 'resume', 'running'],
] as const;

test.each(edges)('%s, %s → %s', (from, event, to) => {
  expect(listAfter(from, event)).toBe(to);
});

test('every other edge is forbidden', () => {
  const states = Object.keys(hoursListStates) as HoursListState[];
  const open = states.flatMap((from) => events.filter((event) => listAfter(from, event)));
  expect(open).toHaveLength(edges.length);
});

const job = (more: Partial<HoursListJob> = {}): HoursListJob => ({
  ...{ version: 1, listId: 'l', sourceId: 's', label: '1', state: 'running' },
  ...{ importerId: 'i', fileId: 'f', hash: 'h', rows: 100, at: 0, stored: 0, known: 0 },
  ...{ wrong: 0, wrongLines: [], startedAt: 0, movedAt: 0, ...more },
});

test('a list is done with its last row, stored or known', () => {
  const half = moved(job(), { stored: 80, known: 10 }, 5);
  expect(half).toMatchObject({ at: 90, state: 'running', stored: 80, known: 10, movedAt: 5 });
  expect(moved(half, { stored: 0, known: 10 }, 6)).toMatchObject({ at: 100, state: 'done' });
});

test('sent again: what stopped goes on from the new file, what moves is left alone', () => {
  const sent = { importerId: 'j', fileId: 'g' };
  expect(sentAgain(job({ state: 'stopped', at: 90 }), sent, 1)).toMatchObject({
    ...{ state: 'running', at: 90, ...sent, movedAt: 1 },
  });
  expect(sentAgain(job(), sent, minuteMs)).toBeUndefined();
  expect(sentAgain(job(), sent, minuteMs + 1)).toMatchObject({ state: 'running', ...sent });
  expect(sentAgain(job({ state: 'done' }), sent, 2 * minuteMs)).toBeUndefined();
});
