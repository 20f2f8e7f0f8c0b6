import { dayMs, hourMs } from '#shared/time';
import type { RecordState } from '#shared/vocabulary';
import { recordStates } from '#shared/vocabulary';
import type { Dispute, Ruling } from '../../../functions/disputes/dispute.rules';
import {
  appealUntil,
  effectOf,
  hadHandIn,
  isOverdue,
  judgeAppeal,
  judgeDecision,
  judgeObjection,
} from '../../../functions/disputes/dispute.rules';
import type { ServiceRecord } from '../../../functions/records/record.rules';

const now = Date.UTC(2026, 10, 24, 6);
const record = (it: Partial<ServiceRecord>) => it as ServiceRecord;
const refused = (code: string) => ({ status: 'refused', code });
const [exists, open] = [{ status: 'exists' }, { status: 'open' }];
const disputed = { dispute: { disputeId: 'D', kind: 'objection' as const, at: 0 } };

const row = record({ state: 'credited', noticeUntil: now });
test.each([
  ['no such row', undefined, refused('not_found')],
  ['not public', record({ state: 'credited' }), refused('not_found')],
  ['taken out already', { ...row, state: 'declined' as const }, refused('not_found')],
  ['disputed', { ...row, ...disputed, noticeUntil: now - 1 }, refused('record_disputed')],
  ['after the notice', { ...row, noticeUntil: now - 1 }, refused('notice_over')],
  ['in its last moment', row, open],
])('an objection, %s', (_name, it, verdict) => {
  expect(judgeObjection(it, now)).toEqual(verdict);
});

test('an appeal: in these states, in its days, one word at a time', () => {
  const asked = { until: now, now };
  const states = (Object.keys(recordStates) as RecordState[]).filter(
    (state) => judgeAppeal(record({ state }), asked).status === 'open',
  );
  expect(states).toEqual(['closed', 'credited', 'declined', 'no_show']);
  const closed = record({ state: 'closed' });
  expect(judgeAppeal({ ...closed, ...disputed }, asked)).toEqual(refused('record_disputed'));
  expect(judgeAppeal(closed, { until: now - 1, now })).toEqual(refused('appeal_over'));
});

test('its days run from the end, from the last word on it, or from the settlement', () => {
  const endsAt = now;
  const midnight = Date.UTC(2026, 10, 24, 16);
  const days = { appealDays: 7 };
  expect(appealUntil(record({}), { endsAt }, days)).toBe(midnight + 8 * dayMs - 1);
  const decision = { by: 'a', at: now + 3 * dayMs, verdict: 'decline' as const, reason: '' };
  expect(appealUntil(record({ decision }), { endsAt }, days)).toBe(midnight + 10 * dayMs - 1);
  const settledAt = now + 5 * dayMs;
  expect(appealUntil(record({}), { endsAt, settledAt }, days)).toBe(midnight + 12 * dayMs - 1);
});

test('who had a hand in it: confirmed, typed, agreed, or said a time', () => {
  const said = { scanId: 'S', by: 'confirmed', gate: 0, step: 0, countersignedBy: 'd' } as const;
  const it = record({
    decision: { by: 'a', at: 0, verdict: 'confirm', reason: '' },
    typing: { typedId: 'T', by: 'b', approvedBy: 'c', at: 0, reason: 'no_phone', note: '' },
    outEvidence: said,
  });
  expect([...'abcde'].map((who) => hadHandIn(it, who))).toEqual([true, true, true, true, false]);
});

const dispute = { state: 'open', kind: 'objection', by: 'neighbour' } as Dispute;
const dismiss: Ruling = { verdict: 'dismiss', reason: '核实过' };
const uphold: Ruling = { verdict: 'uphold', reason: '核实过' };
const decided = { ...dispute, state: 'dismissed', decision: { by: 'x', at: 0, reason: '核实过' } };
const handled = record({ decision: { by: 'x', at: 0, verdict: 'confirm', reason: '' } });
const plain = record({ state: 'credited' });
test.each([
  ['one’s own', decided, plain, dismiss, { own: true }, refused('not_to_oneself')],
  ['who raised it', decided, plain, dismiss, { by: 'neighbour' }, refused('not_to_oneself')],
  ['the same again', decided, handled, dismiss, {}, exists],
  ['another one afterwards', decided, handled, uphold, {}, refused('already_decided')],
  ['another’s before', decided, plain, dismiss, { by: 'y' }, refused('already_decided')],
  ['a hand in it', dispute, handled, dismiss, {}, refused('hand_in_it')],
  [
    'an appeal upheld without times',
    { ...dispute, kind: 'appeal' },
    plain,
    uphold,
    {},
    refused('times_missing'),
  ],
  ['an objection upheld without times', dispute, plain, uphold, {}, open],
  ['dismissed', dispute, plain, dismiss, {}, open],
])('a decision, %s', (_name, of, it, ruling, scene, verdict) => {
  const asked = { ruling, by: 'x', own: false, ...scene };
  expect(judgeDecision(of as Dispute, it, asked)).toEqual(verdict);
});

test.each([
  ['credited', { ...uphold, arrivedAt: 1, leftAt: 2 }, 'correct'],
  ['credited', uphold, 'reverse'],
  ['credited', dismiss, 'none'],
  ['closed', { ...uphold, arrivedAt: 1, leftAt: 2 }, 'credit'],
  ['declined', { ...uphold, arrivedAt: 1, leftAt: 2 }, 'credit'],
  ['no_show', { ...uphold, arrivedAt: 1, leftAt: 2 }, 'credit'],
  ['declined', uphold, 'none'],
] as const)('of what is %s', (state, ruling, effect) => {
  expect(effectOf(record({ state }), ruling)).toBe(effect);
});

test('overdue: its day is over, and somebody above can still be asked', () => {
  const late = { state: 'open', dueAt: now - hourMs, handlerPath: ['root', 'team'] } as Dispute;
  expect(isOverdue(late, now)).toBe(true);
  expect(isOverdue({ ...late, dueAt: now }, now)).toBe(false);
  expect(isOverdue({ ...late, handlerPath: ['root'] }, now)).toBe(false);
  expect(isOverdue({ ...late, state: 'upheld' }, now)).toBe(false);
});
