import { hourMs } from '#shared/time';
import type { RecordState } from '#shared/vocabulary';
import { recordStates } from '#shared/vocabulary';
import { postponedTo, reminderFor, wordOf } from '../../../functions/reminders/reminder.rules';

const time = (text: string) => Date.parse(`${text}+08:00`);
const shift = { startsAt: time('2026-11-26T09:00'), endsAt: time('2026-11-26T11:00') };
const evening = time('2026-11-25T18:00');

describe('what is to be remembered', () => {
  test('signed up → at six in the evening of the day before', () => {
    expect(reminderFor('signed_up', shift, evening - 1)).toEqual({
      ...{ kind: 'tomorrow', dueAt: evening },
    });
  });

  test('a shift that begins just after midnight → the evening before it, still', () => {
    const early = { startsAt: time('2026-11-26T00:00'), endsAt: time('2026-11-26T02:00') };
    expect(reminderFor('signed_up', early, evening - 1)?.dueAt).toBe(evening);
  });

  test('signed up when that evening has begun → nothing: they know', () => {
    expect(reminderFor('signed_up', shift, evening)).toBeUndefined();
  });

  test('checked in → two hours after the end', () => {
    expect(reminderFor('checked_in', shift, shift.startsAt)).toEqual({
      ...{ kind: 'checkout', dueAt: shift.endsAt + 2 * hourMs },
    });
  });

  test('any other state → nothing', () => {
    const others = (Object.keys(recordStates) as RecordState[]).filter(
      (state) => state !== 'signed_up' && state !== 'checked_in',
    );
    expect(others.map((state) => reminderFor(state, shift, 0))).toEqual(
      others.map(() => undefined),
    );
  });
});

describe('what is said when it is due', () => {
  const record = { ...shift, title: '净滩', placeName: '五四广场' };
  const tomorrow = { kind: 'tomorrow', dueAt: evening } as const;
  const checkout = { kind: 'checkout', dueAt: shift.endsAt + 2 * hourMs } as const;
  const facts = (state: RecordState, now: number, cancelled = false) => ({
    ...{ record: { ...record, state }, cancelled, now },
  });

  test('still signed up → when, what and where, and what to do when one cannot come', () => {
    expect(wordOf(tomorrow, facts('signed_up', evening))).toBe(
      '明天 09:00–11:00 “净滩”，五四广场。来不了请取消报名，把名额让给别人。',
    );
  });

  test.each<RecordState>(['withdrawn', 'waiting', 'checked_in', 'credited', 'no_show'])(
    'meanwhile %s → nothing about tomorrow',
    (state) => expect(wordOf(tomorrow, facts(state, evening))).toBeUndefined(),
  );

  test('the shift was cancelled → nothing about tomorrow', () => {
    expect(wordOf(tomorrow, facts('signed_up', evening, true))).toBeUndefined();
  });

  test('still checked in → asks for the organiser', () => {
    expect(wordOf(checkout, facts('checked_in', checkout.dueAt))).toContain('请联系组织者');
  });

  test('checked out meanwhile → nothing', () => {
    expect(wordOf(checkout, facts('credited', checkout.dueAt))).toBeUndefined();
  });

  test('the clock stood still too long → nothing: “tomorrow” would be wrong', () => {
    expect(wordOf(tomorrow, facts('signed_up', evening + 5 * hourMs))).toBeDefined();
    expect(wordOf(tomorrow, facts('signed_up', evening + 5 * hourMs + 1))).toBeUndefined();
  });

  test('no record → nothing', () => {
    expect(wordOf(tomorrow, { record: undefined, cancelled: false, now: evening })).toBeUndefined();
  });
});

test.each([
  [
    'extended, and that is not over',
    { kind: 'checkout' as const },
    { extendedTo: 100 },
    100 + 2 * hourMs - 1,
    100 + 2 * hourMs,
  ],
  ['over by now', { kind: 'checkout' as const }, { extendedTo: 100 }, 100 + 2 * hourMs, undefined],
  ['never extended', { kind: 'checkout' as const }, {}, 9 * hourMs, undefined],
  ['of the day before', { kind: 'tomorrow' as const }, { extendedTo: 100 }, 0, undefined],
])('on the spot, %s', (_name, reminder, shift, now, later) => {
  expect(postponedTo(reminder, shift, now)).toBe(later);
});
