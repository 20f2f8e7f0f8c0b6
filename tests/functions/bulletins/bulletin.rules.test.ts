import type { BulletinState } from '#shared/bulletins';
import { bulletinStates } from '#shared/bulletins';
import type { BulletinEvent } from '../../../functions/bulletins/bulletin.rules';
import {
  afterEvent,
  belongs,
  eventOf,
  excerptOf,
  judgeDecision,
  reasonOf,
} from '../../../functions/bulletins/bulletin.rules';

const events: BulletinEvent[] = ['pass', 'review', 'risky', 'publish', 'refuse', 'take_down'];
const edges: [BulletinState | undefined, BulletinEvent, BulletinState][] = [
  [undefined, 'pass', 'published'],
  [undefined, 'review', 'in_review'],
  [undefined, 'risky', 'refused'],
  ['in_review', 'publish', 'published'],
  ['in_review', 'refuse', 'refused'],
  ['in_review', 'take_down', 'taken_down'],
  ['published', 'take_down', 'taken_down'],
];

describe('the way of a bulletin', () => {
  test.each(edges)('%s, %s → %s', (from, event, to) => {
    expect(afterEvent(from, event)).toBe(to);
  });

  test('every other edge is forbidden: nothing that was refused comes back', () => {
    for (const state of [undefined, ...bulletinStates]) {
      for (const event of events) {
        if (edges.some(([from, by]) => from === state && by === event)) continue;
        expect(afterEvent(state, event)).toBeUndefined();
      }
    }
  });
});

test('what was not checked is looked at by a person; the other words stay', () => {
  const said = (['pass', 'review', 'unavailable', 'risky'] as const).map((suggest) =>
    eventOf({ suggest }),
  );
  expect(said).toEqual(['pass', 'review', 'review', 'risky']);
});

describe('who decides, in order of precedence', () => {
  const bulletin = { state: 'in_review', authorId: 'author' } as const;
  const refused = (code: string) => ({ status: 'refused', code });
  test('the author on their own → not_to_oneself, whatever its state', () => {
    for (const event of ['publish', 'refuse'] as const) {
      for (const state of bulletinStates) {
        const own = { ...bulletin, state };
        expect(judgeDecision(own, { event, by: 'author' })).toEqual(refused('not_to_oneself'));
      }
    }
  });

  test('the same word by the same person → the same answer', () => {
    const decided = { ...bulletin, state: 'published', decidedBy: 'two' } as const;
    expect(judgeDecision(decided, { event: 'publish', by: 'two' })).toEqual({ status: 'exists' });
  });

  test('by another person, or another word → bulletin_closed', () => {
    const decided = { ...bulletin, state: 'published', decidedBy: 'two' } as const;
    for (const wanted of [
      { event: 'publish', by: 'three' },
      { event: 'refuse', by: 'two' },
    ] as const) {
      expect(judgeDecision(decided, wanted)).toEqual(refused('bulletin_closed'));
    }
  });

  test('waiting → goes where the word leads; an author may take back their own', () => {
    const by = 'two';
    expect(judgeDecision(bulletin, { event: 'publish', by })).toEqual({
      ...{ status: 'moves', state: 'published' },
    });
    expect(judgeDecision(bulletin, { event: 'refuse', by })).toEqual({
      ...{ status: 'moves', state: 'refused' },
    });
    expect(judgeDecision(bulletin, { event: 'take_down', by: 'author' })).toEqual({
      ...{ status: 'moves', state: 'taken_down' },
    });
  });
});

describe('whose board it is', () => {
  const [active, left] = [{ state: 'active' }, { state: 'left' }] as const;
  const path = [{ state: 'active' }, { state: 'active' }] as const;
  test('a member of it, or of one above → theirs', () => {
    expect(belongs([undefined, active], path)).toBe(true);
    expect(belongs([active, undefined], path)).toBe(true);
  });

  test('nobody, or whoever has left or only asked → not theirs', () => {
    expect(belongs([undefined, undefined], path)).toBe(false);
    expect(belongs([undefined, left], path)).toBe(false);
    expect(belongs([undefined, { state: 'requested' }], path)).toBe(false);
  });

  test('frozen, not verified yet, or below such a one → no board', () => {
    expect(belongs([active, active], [{ state: 'frozen' }, { state: 'active' }])).toBe(false);
    expect(belongs([active, active], [{ state: 'active' }, { state: 'pending' }])).toBe(false);
    expect(belongs([active, active], [{ state: 'active' }, undefined])).toBe(false);
  });
});

test('a reason names what the check took offence at, where it said so', () => {
  expect(reasonOf(10001)).toContain('“广告”');
  expect(reasonOf(21000)).toBe(reasonOf(undefined));
});

test('the beginning of a text: one line of 60 characters', () => {
  expect(excerptOf('周六\n八点')).toBe('周六 八点');
  expect([...excerptOf('字'.repeat(61))]).toHaveLength(60);
  expect(excerptOf('字'.repeat(60))).toBe('字'.repeat(60));
});
