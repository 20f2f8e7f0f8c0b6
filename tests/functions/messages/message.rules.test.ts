import { dayMs, minuteMs } from '#shared/time';
import type { NoticeKind } from '#shared/vocabulary';
import { noticeKinds } from '#shared/vocabulary';
import type { MessageEvent, MessageState } from '../../../functions/messages/message.rules';
import {
  afterEvent,
  fieldsOf,
  isStale,
  settle,
  tapsAfter,
  templateIdsOf,
  templateOf,
} from '../../../functions/messages/message.rules';

const states: MessageState[] = [
  ...(['queued', 'marked', 'sent', 'refused', 'dropped', 'unknown', 'dead'] as const),
];
const events: MessageEvent[] = [
  ...(['mark', 'drop', 'accept', 'refuse', 'retry', 'give_up', 'lose'] as const),
];
const edges: [MessageState, MessageEvent, MessageState][] = [
  ['queued', 'mark', 'marked'],
  ['queued', 'drop', 'dropped'],
  ['marked', 'accept', 'sent'],
  ['marked', 'refuse', 'refused'],
  ['marked', 'retry', 'queued'],
  ['marked', 'give_up', 'dead'],
  ['marked', 'lose', 'unknown'],
];

describe('the way of a message', () => {
  test.each(edges)('%s, %s → %s', (from, event, to) => {
    expect(afterEvent(from, event)).toBe(to);
  });

  test('every other edge is forbidden: what may have arrived is never sent again', () => {
    for (const state of states) {
      for (const event of events) {
        if (edges.some(([from, by]) => from === state && by === event)) continue;
        expect(afterEvent(state, event)).toBeUndefined();
      }
    }
  });
});

describe('what follows from WeChat’s answer', () => {
  const rejected = (errcode: number) => ({ status: 'rejected', errcode }) as const;
  test('taken → done, the tap is spent', () => {
    expect(settle({ status: 'accepted' }, 1)).toEqual({ event: 'accept', taps: 'kept' });
  });

  test('no answer came → nobody can tell, so it is not tried again', () => {
    expect(settle({ status: 'unknown' }, 1)).toEqual({ event: 'lose', taps: 'kept' });
  });

  test('43101, not wanted any more → no tap of the group is left', () => {
    expect(settle(rejected(43101), 1)).toEqual({
      ...{ event: 'refuse', errcode: 43101, taps: 'none_left' },
    });
  });

  test.each([-1, 43108, 45009, 45011, 40001, 42001])(
    '%i, which passes → later, with longer waits, five times in all; then given up and the tap given back',
    (errcode) => {
      const waits = [1, 2, 3, 4].map((attempt) => settle(rejected(errcode), attempt).waitMs);
      expect(waits).toEqual([minuteMs, 5 * minuteMs, 15 * minuteMs, 60 * minuteMs]);
      expect(settle(rejected(errcode), 4)).toMatchObject({ event: 'retry', taps: 'kept' });
      expect(settle(rejected(errcode), 5)).toEqual({
        ...{ event: 'give_up', errcode, taps: 'given_back' },
      });
    },
  );

  test('WeChat was not asked at all → the same', () => {
    expect(settle({ status: 'unsent' }, 1)).toMatchObject({ event: 'retry', waitMs: minuteMs });
    expect(settle({ status: 'unsent' }, 5)).toEqual({ event: 'give_up', taps: 'given_back' });
  });

  test.each([47003, 40037, 40003, 41030, 43107, 45168])(
    '%i, which will not pass → a dead letter at once, the tap given back',
    (errcode) => {
      expect(settle(rejected(errcode), 1)).toEqual({
        ...{ event: 'give_up', errcode, taps: 'given_back' },
      });
    },
  );
});

test('taps: one more, one less, never below none, never above twenty', () => {
  expect(tapsAfter({}, 'reminder', 1)).toEqual({ reminder: 1 });
  expect(tapsAfter({ reminder: 2, placed: 1 }, 'reminder', -1)).toEqual({ reminder: 1, placed: 1 });
  expect(tapsAfter({}, 'reminder', -1)).toEqual({ reminder: 0 });
  expect(tapsAfter({ reminder: 20 }, 'reminder', 1)).toEqual({ reminder: 20 });
});

test('what concerns accounts, children and complaints stays in the inbox', () => {
  const outside = (Object.keys(noticeKinds) as NoticeKind[]).filter((kind) => templateOf(kind));
  expect(outside.sort()).toEqual(
    [
      ...['activity_cancelled', 'activity_review', 'membership', 'organisation', 'reminder'],
      ...['shift_moved', 'signup', 'waiting'],
    ].sort(),
  );
});

describe('the fields of a message', () => {
  const at = Date.parse('2026-11-24T06:05:00Z');
  test('a short sentence → as it is, with the time of Shanghai', () => {
    expect(fieldsOf({ kind: 'reminder', text: '明天 09:00 净滩', at })).toEqual({
      thing1: { value: '活动提醒' },
      thing2: { value: '明天 09:00 净滩' },
      time3: { value: '2026年11月24日 14:05' },
    });
  });

  test('a long one, over several lines → one line of 20 characters', () => {
    const { thing2 } = fieldsOf({ kind: 'signup', text: `一\n二${'三'.repeat(40)}𠮷`, at });
    expect([...thing2.value]).toHaveLength(20);
    expect(thing2.value.startsWith('一 二三')).toBe(true);
    expect(thing2.value.endsWith('…')).toBe(true);
  });
});

test('older than a day → no news any more', () => {
  expect(isStale({ at: 0 }, dayMs)).toBe(false);
  expect(isStale({ at: 0 }, dayMs + 1)).toBe(true);
});

test('the setting names templates by their group; what is no group, or has no id, is nothing', () => {
  expect([...templateIdsOf('reminder:a-1, placed:b_2,other:c,changed:')]).toEqual([
    ['reminder', 'a-1'],
    ['placed', 'b_2'],
  ]);
  expect(templateIdsOf('').size).toBe(0);
});
