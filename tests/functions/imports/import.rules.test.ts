import type { ImportState } from '#shared/imports.words';
import { importStates } from '#shared/imports.words';
import type { MembershipState } from '#shared/vocabulary';
import { membershipStates } from '#shared/vocabulary';
import type { MemberImport } from '../../../functions/imports/import.rules';
import {
  importAfter,
  invitesAwaited,
  isKept,
  judgeRow,
  moved,
  startedLately,
} from '../../../functions/imports/import.rules';
import type { Membership } from '../../../functions/organisations/membership.rules';

const dayMs = 24 * 3_600_000;

describe('the job', () => {
  const events = ['move', 'finish', 'stop'] as const;
  const edges: [ImportState, (typeof events)[number], ImportState][] = [
    ['running', 'move', 'running'],
    ['running', 'finish', 'done'],
    ['running', 'stop', 'stopped'],
  ];

  test.each(edges)('%s, %s → %s', (state, event, next) => {
    expect(importAfter(state, event)).toBe(next);
  });

  test('no other edge', () => {
    for (const state of Object.keys(importStates) as ImportState[]) {
      for (const event of events) {
        const known = edges.some(([from, by]) => from === state && by === event);
        if (!known)
          expect([state, event, importAfter(state, event)]).toEqual([state, event, undefined]);
      }
    }
  });

  const job: MemberImport = {
    ...{ version: 1, importId: 'a', organisationId: 'o', importerId: 'v', state: 'running' },
    ...{ pieces: 2, at: 0, rows: 30, counts: {}, startedAt: 0, movedAt: 0, expiresAt: 100 },
  };

  test('a piece is done → the next one comes, answers are counted', () => {
    const next = moved(job, ['invited', 'invited', 'bad_phone'], 7);
    expect(next).toEqual({ ...job, at: 1, counts: { invited: 2, bad_phone: 1 }, movedAt: 7 });
    expect(moved(next, ['invited'], 9)).toMatchObject({
      ...{ at: 2, state: 'done', counts: { invited: 3, bad_phone: 1 }, movedAt: 9 },
    });
    expect(job.counts).toEqual({});
  });

  test('kept until its second', () => {
    expect([isKept(job, 99_999), isKept(job, 100_000)]).toEqual([true, false]);
  });

  test('how many began within a day', () => {
    const jobs = [0, 1, dayMs].map((startedAt) => ({ startedAt }));
    expect(startedLately(jobs, dayMs)).toBe(2);
  });
});

const row = { name: '李雷' };
const person = (state?: MembershipState, name = '李雷') => ({
  ...{ volunteerId: 'v1', name },
  member: state && ({ state } as Membership),
});

test.each([
  ['awaited', undefined, 'v2'],
  ['already_member', person('active', '别人'), 'v1'],
  ['already_invited', person('invited', '别人'), 'v1'],
  ['own_row', person('requested', '别人'), 'v1'],
  ['own_row', person(undefined), 'v1'],
  ['name_differs', person('declined', '李蕾'), 'v2'],
  ['name_differs', person(undefined, '李蕾'), 'v2'],
  ['declined', person('declined'), 'v2'],
  ['joined', person('requested'), 'v2'],
  ['invited', person('left'), 'v2'],
  ['invited', person(undefined), 'v2'],
] as const)('%s ← %j, brought by %s', (outcome, who, importer) => {
  expect(judgeRow(row, who, importer)).toBe(outcome);
});

test('who was awaited is invited, unless the organisation knows them or they said no', () => {
  const invited = [undefined, ...(Object.keys(membershipStates) as MembershipState[])].filter(
    invitesAwaited,
  );
  expect(invited).toEqual([undefined, 'left']);
});
