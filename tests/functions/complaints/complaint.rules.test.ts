import fc from 'fast-check';
import { dayMs } from '#shared/time';
import {
  dueAfter,
  firstHandler,
  isOverdue,
  judgeAnswer,
  judgeObjection,
} from '../../../functions/complaints/complaint.rules';

test('the answer is due at the end of the seventh day, in Qingdao', () => {
  const lateOnThe24th = Date.parse('2026-11-24T15:59:59Z');
  expect(new Date(dueAfter(lateOnThe24th)).toISOString()).toBe('2026-12-01T15:59:59.999Z');
});

test('whenever one complains, there are seven whole days and less than eight', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), (at) => {
      expect(dueAfter(at) - at).toBeGreaterThanOrEqual(7 * dayMs - 1);
      expect(dueAfter(at) - at).toBeLessThan(8 * dayMs);
    }),
  );
});

test.each([
  ['a team', ['root', 'corps', 'team'], ['root', 'corps']],
  ['a corps', ['root', 'corps'], ['root']],
  ['the root', ['root'], ['root']],
])('%s is answered for by the one above it', (_name, path, handler) => {
  expect(firstHandler(path)).toEqual(handler);
});

const mine = { organisationName: '总队', text: '已整改', by: 'staff', at: 1 };
const asked = { state: 'open' as const, volunteerId: 'who', answers: [] };
const answered = { state: 'answered' as const, volunteerId: 'who', answers: [mine] };

// In the order in which they are tried.
test.each([
  ['by whoever complained', asked, 'who', { status: 'refused', code: 'not_to_oneself' }],
  ['by whoever complained, later', answered, 'who', { status: 'refused', code: 'not_to_oneself' }],
  ['while it waits', asked, 'staff', { status: 'open' }],
  ['the same again', answered, 'staff', { status: 'exists' }],
  ['by another, too late', answered, 'other', { status: 'refused', code: 'complaint_answered' }],
])('an answer %s', (_name, complaint, by, verdict) => {
  expect(judgeAnswer(complaint, { by, text: '已整改' })).toEqual(verdict);
});

test.each([
  ['a second time', { state: 'open', objectedAt: 1, path: ['root'] }, { status: 'exists' }],
  [
    'before there is an answer',
    ...([
      { state: 'open', path: ['root', 'corps'] },
      { status: 'refused', code: 'complaint_open' },
    ] as const),
  ],
  [
    'when the root has answered',
    ...([
      { state: 'answered', path: ['root'] },
      { status: 'refused', code: 'complaint_final' },
    ] as const),
  ],
  ['after an answer', { state: 'answered', path: ['root', 'corps'] }, { status: 'open' }],
] as const)('an objection %s', (_name, { path, ...complaint }, verdict) => {
  expect(judgeObjection({ ...complaint, handlerPath: [...path] })).toEqual(verdict);
});

test.each([
  ['answered', { state: 'answered', dueAt: 9, handlerPath: ['root', 'corps'] }, false],
  ['in its last moment', { state: 'open', dueAt: 10, handlerPath: ['root', 'corps'] }, false],
  ['a moment later', { state: 'open', dueAt: 9, handlerPath: ['root', 'corps'] }, true],
  ['with nobody above', { state: 'open', dueAt: 9, handlerPath: ['root'] }, false],
] as const)('%s → overdue and to be handed on: %s', (_name, complaint, overdue) => {
  expect(isOverdue({ ...complaint, handlerPath: [...complaint.handlerPath] }, 10)).toBe(overdue);
});
