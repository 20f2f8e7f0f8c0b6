import type { ServiceRecord } from '../../../functions/records/record.rules';
import { judgeSignup, judgeWithdrawal } from '../../../functions/records/record.rules';

const endsAt = Date.UTC(2026, 10, 24, 8);
const record = (state: ServiceRecord['state']) => ({ state }) as ServiceRecord;
const refused = (code: string) => ({ status: 'refused', code });
const [exists, open] = [{ status: 'exists' }, { status: 'open' }];
const living = { endsAt };
const cancelled = { endsAt, cancelledAt: 1 };

// One row per outcome, in the order in which they are tried.
test.each([
  ['already signed up', record('signed_up'), true, living, endsAt - 1, exists],
  ['signed up, cancelled since', record('signed_up'), true, cancelled, endsAt, exists],
  ['already checked in', record('checked_in'), true, living, endsAt - 1, exists],
  ['already credited', record('credited'), true, living, endsAt + 1, exists],
  ['not registered', undefined, false, cancelled, endsAt, refused('not_registered')],
  ['cancelled', undefined, true, cancelled, endsAt, refused('shift_cancelled')],
  ['at the end', undefined, true, living, endsAt, refused('shift_over')],
  [
    'withdrawn before, at the end',
    record('withdrawn'),
    true,
    living,
    endsAt,
    refused('shift_over'),
  ],
  ['a moment before the end', undefined, true, living, endsAt - 1, open],
  ['withdrawn before', record('withdrawn'), true, living, endsAt - 1, open],
])('signing up, %s', (_name, known, registered, shift, at, verdict) => {
  expect(judgeSignup({ record: known, registered }, shift, at)).toEqual(verdict);
});

test.each([
  ['never signed up', undefined, refused('not_signed_up')],
  ['withdrawn before', record('withdrawn'), exists],
  ['checked in', record('checked_in'), refused('signup_closed')],
  ['credited', record('credited'), refused('signup_closed')],
  ['signed up', record('signed_up'), open],
])('withdrawing, %s', (_name, known, verdict) => {
  expect(judgeWithdrawal(known)).toEqual(verdict);
});
