import type { RecordState } from '#shared/vocabulary';
import type { MergeFacts } from '../../../functions/recoveries/merge.rules';
import {
  judgeMerge,
  mergedMembershipsMax,
  sumsOf,
} from '../../../functions/recoveries/merge.rules';

const now = Date.UTC(2026, 10, 24);
const account = { registered: true, birthMonth: '199001', closed: false };
const fit: MergeFacts = {
  keep: account,
  closing: account,
  realName: false,
  family: undefined,
  owed: 0,
  records: [],
  redemptions: [],
  memberships: [],
};
const child = { ...account, birthMonth: '201501' };
const blank = { registered: false, birthMonth: undefined, closed: false };
const closed = { ...account, closed: true };
const member = { roles: ['member'] as const };
const ward = { dependants: [], guardians: ['g'] };
const organiser = { roles: ['member', 'organiser'] as const };
const record = (state: RecordState, endsAt: number) => ({
  state,
  endsAt,
});

test.each<[string, string | undefined, Partial<MergeFacts>]>([
  ['the one that stays is closed', 'account_closed', { keep: closed, closing: child }],
  ['the other is closed', 'account_closed', { closing: closed }],
  [
    'the one that stays has no name',
    'not_registered',
    { keep: blank, records: [record('checked_in', now)] },
  ],
  [
    'a child and a grown person',
    'merge_of_ages',
    { closing: child, redemptions: [{ state: 'reserved' }] },
  ],
  ['a grown person and a child', 'merge_of_ages', { keep: child }],
  ['verified by name', 'merge_real_name', { realName: true, family: ward }],
  ['looks after somebody', 'merge_family', { family: { dependants: ['d'], guardians: [] } }],
  ['is looked after', 'merge_family', { family: ward, records: [record('checked_in', now)] }],
  ['serving now', 'merge_unfinished', { records: [record('checked_in', now - 1)] }],
  ['signed up for what comes', 'merge_unfinished', { records: [record('signed_up', now + 1)] }],
  ['waiting for what comes', 'merge_unfinished', { records: [record('waiting', now + 1)] }],
  ['a scan that waits for a word', 'merge_unfinished', { records: [record('late', now - 1)] }],
  ['a way out that nobody scanned', 'merge_unfinished', { records: [record('closed', now - 1)] }],
  [
    'typed hours that nobody agreed to',
    'merge_unfinished',
    { records: [record('typed', now - 1)] },
  ],
  [
    'points that wait for a notice',
    'merge_unfinished',
    { records: [{ ...record('credited', now - 1), pointsWait: true }] },
  ],
  ['a wallet that owes points', 'merge_unfinished', { owed: 1, memberships: [organiser] }],
  [
    'a gift to fetch',
    'merge_unfinished',
    { redemptions: [{ state: 'reserved' }], memberships: [organiser] },
  ],
  ['holds a role', 'merge_holds_roles', { memberships: [member, organiser] }],
  [
    'too many organisations',
    'merge_too_large',
    { memberships: Array(mergedMembershipsMax + 1).fill(member) },
  ],
  ['did not come once', undefined, { records: [record('signed_up', now)] }],
  [
    'all is done',
    undefined,
    { records: [record('credited', now)], redemptions: [{ state: 'picked_up' }] },
  ],
  ['many organisations', undefined, { memberships: Array(mergedMembershipsMax).fill(member) }],
  ['two of one child', undefined, { keep: child, closing: child }],
  ['one that never registered', undefined, { closing: blank }],
])('%s → %s', (_name, code, facts) => {
  expect(judgeMerge({ ...fit, ...facts }, now)).toBe(code);
});

test('a book is summed by grade and pack; what comes to nothing is left out', () => {
  const entry = { pack: 'p', packVersion: 1, grade: 'A' as const, rawMinutes: 50 };
  const sums = sumsOf([
    { ...entry, creditedMinutes: 60 },
    { ...entry, grade: 'C', creditedMinutes: 30 },
    { ...entry, creditedMinutes: 120 },
    { ...entry, grade: 'D', creditedMinutes: 30 },
    { ...entry, grade: 'D', rawMinutes: -50, creditedMinutes: -30 },
  ]);
  expect(sums).toEqual([
    { ...entry, rawMinutes: 100, creditedMinutes: 180 },
    { ...entry, grade: 'C', creditedMinutes: 30 },
  ]);
});
