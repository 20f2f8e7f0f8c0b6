import { dayMs, hourMs } from '#shared/time';
import type { RecordState } from '#shared/vocabulary';
import { recordStates } from '#shared/vocabulary';
import type { ServiceRecord } from '../../../functions/records/record.rules';
import {
  isPublicRow,
  judgeSettlement,
  noneWaiting,
  noticeEnd,
  settleFrom,
  shareOf,
  waitsAs,
} from '../../../functions/settlements/settlement.rules';

const startsAt = Date.UTC(2026, 10, 24, 6);
const endsAt = startsAt + 2 * hourMs;
const shift = { startsAt, endsAt };
const over = endsAt + dayMs;
const one = { ...noneWaiting, late: 1 };
const refused = (code: string) => ({ status: 'refused', code });
const [exists, open] = [{ status: 'exists' }, { status: 'open' }];

test.each([
  ['settled before', { ...shift, settledAt: 1, cancelledAt: 1 }, one, 0, exists],
  [
    'called off before anybody was in',
    { ...shift, cancelledAt: 1 },
    one,
    0,
    refused('shift_cancelled'),
  ],
  ['not over for a day', shift, one, over - 1, refused('settle_too_early')],
  [
    'extended on the spot',
    { ...shift, extendedTo: endsAt + 1 },
    one,
    over,
    refused('settle_too_early'),
  ],
  ['somebody waits', shift, one, over, refused('records_waiting')],
  [
    'somebody never checked out',
    shift,
    { ...noneWaiting, checkedIn: 1 },
    over,
    refused('records_waiting'),
  ],
  ['called off while it ran', { ...shift, cancelledAt: startsAt }, noneWaiting, over, open],
  ['everybody is seen to', shift, noneWaiting, over, open],
])('%s', (_name, it, waiting, now, verdict) => {
  expect(judgeSettlement(it, waiting, now)).toEqual(verdict);
});

const record = (it: Partial<ServiceRecord>) => it as ServiceRecord;

test('these states wait for somebody', () => {
  const waiting = (Object.keys(recordStates) as RecordState[]).filter((state) =>
    waitsAs({ state }),
  );
  expect(waiting).toEqual(['checked_in', 'late', 'closed', 'typed']);
});

test('the notice ends with its last whole day; a shift is settled a day after its last moment', () => {
  const midnight = Date.UTC(2026, 10, 24, 16);
  expect(noticeEnd(startsAt, { noticeDays: 7 })).toBe(midnight + 7 * dayMs - 1);
  expect(settleFrom({ endsAt, extendedTo: endsAt + hourMs })).toBe(over + hourMs);
});

test('public is what was credited, and what was taken out while it was public', () => {
  const states = (Object.keys(recordStates) as RecordState[]).filter((state) =>
    isPublicRow(record({ state, noticeUntil: 1 })),
  );
  expect(states).toEqual(['credited', 'declined']);
  expect(isPublicRow(record({ state: 'credited' }))).toBe(false);
});

test('the share of what came late and what was typed', () => {
  const end = { scanId: 'S', by: 'token', gate: 0, step: 1 } as const;
  const typing = { typedId: 'T', by: 'a', at: 0, reason: 'no_phone', note: '' } as const;
  const rows = [{ inEvidence: end }, { outEvidence: { ...end, late: true as const } }, { typing }];
  expect(shareOf(rows.map(record))).toEqual({ rows: 3, late: 1, typed: 1 });
});
