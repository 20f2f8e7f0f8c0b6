import type { Export, Standing } from '../../../functions/accounts/account.rules';
import {
  exportsLeft,
  judgeDeletion,
  judgeExport,
  obstacleTo,
  standingOf,
} from '../../../functions/accounts/account.rules';

const day = 24 * 3_600_000;
const now = Date.UTC(2026, 10, 24, 4);
const free: Standing = { records: [], redemptionsWaiting: false, dependants: 0 };
const serving: Standing = { ...free, records: [{ state: 'checked_in', endsAt: now + 1 }] };

/** One row for each outcome, in order of precedence. */
test.each<[string, Standing, string | undefined]>([
  ['in service', { ...serving, redemptionsWaiting: true, dependants: 1 }, 'shift_under_way'],
  [
    'not checked out, ended within a day',
    { ...free, records: [{ state: 'checked_in', endsAt: now - day }] },
    'shift_under_way',
  ],
  ...(['late', 'closed', 'typed'] as const).map((state): [string, Standing, string] => [
    `${state}: an organiser has to say something`,
    { ...free, records: [{ state, endsAt: now - 30 * day }] },
    'shift_under_way',
  ]),
  [
    'nobody has said anything for a month',
    { ...free, records: [{ state: 'late', endsAt: now - 30 * day - 1 }] },
    undefined,
  ],
  ['a gift waits', { ...free, redemptionsWaiting: true, dependants: 1 }, 'redemption_waits'],
  ['somebody to act for', { ...free, dependants: 1 }, 'family_linked'],
  [
    'never checked out, long over',
    { ...free, records: [{ state: 'checked_in', endsAt: now - day - 1 }] },
    undefined,
  ],
  ['signed up only', { ...free, records: [{ state: 'signed_up', endsAt: now + day }] }, undefined],
  ['nothing', free, undefined],
])('%s → %s', (_name, standing, code) => {
  expect(obstacleTo(standing, now)).toBe(code);
});

test('deletion: not registered, asked before, in the way of something, else in seven days', () => {
  expect(judgeDeletion(undefined, serving, now)).toEqual({
    status: 'refused',
    code: 'not_registered',
  });
  const asked = { deletion: { askedAt: 1, dueAt: 2 } };
  expect(judgeDeletion(asked, serving, now)).toEqual({ status: 'exists' });
  expect(judgeDeletion({}, serving, now)).toEqual({ status: 'refused', code: 'shift_under_way' });
  expect(judgeDeletion({}, free, now)).toEqual({ status: 'open', dueAt: now + 7 * day });
});

const known: Export = {
  ...{ version: 1, exportId: 'a', volunteerId: 'v', state: 'ready', rows: 3 },
  ...{ askedAt: now - 3_600_000, fileKey: 'exports/v/a.json' },
  tries: { day: '20261124', count: 3 },
};

test.each<[string, string, { known: Export | undefined; registered: boolean }, string]>([
  ['nobody yet', 'a', { known, registered: false }, 'not_registered'],
  ['the same request', 'a', { known, registered: true }, 'exists'],
  [
    'another while one is collected',
    'b',
    { known: { ...known, state: 'collecting', askedAt: now }, registered: true },
    'exists',
  ],
  ['a fourth of the day', 'b', { known, registered: true }, 'exports_spent'],
  [
    'the next day',
    'b',
    { known: { ...known, tries: { day: '20261123', count: 3 } }, registered: true },
    'open',
  ],
  ['the first', 'b', { known: undefined, registered: true }, 'open'],
])('an export: %s', (_name, id, facts, outcome) => {
  const verdict = judgeExport(id, facts, now);
  expect(verdict.status === 'refused' ? verdict.code : verdict.status).toBe(outcome);
});

test('an export that takes more than ten minutes has failed; a file is there for seven days', () => {
  const collecting = { ...known, state: 'collecting' as const, askedAt: now };
  expect(standingOf(collecting, now + 599_999)).toBe('collecting');
  expect(standingOf(collecting, now + 600_000)).toBe('failed');
  expect(standingOf(known, known.askedAt + 7 * day - 1)).toBe('ready');
  expect(standingOf(known, known.askedAt + 7 * day)).toBeUndefined();
  expect(exportsLeft(undefined, now)).toBe(3);
  expect(exportsLeft(known, now)).toBe(0);
});
