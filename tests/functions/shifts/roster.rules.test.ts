import { minuteMs } from '#shared/time';
import type { Evidence, ServiceRecord } from '../../../functions/records/record.rules';
import { byDoubt, rowOf } from '../../../functions/shifts/roster.rules';

const startsAt = 1_800_000_000_000;
const endsAt = startsAt + 120 * minuteMs;
const end = (more: Partial<Evidence> = {}): Evidence => {
  return { scanId: 's', by: 'token', gate: 0, step: 1, ...more };
};
const record = (more: Partial<ServiceRecord> = {}) =>
  ({
    ...{ volunteerId: 'v', maskedName: '李*', startsAt, endsAt, walkIn: false, version: 1 },
    ...{ state: 'checked_in', inAt: startsAt, inEvidence: end() },
    ...more,
  }) as ServiceRecord;
const around = (more: Partial<Parameters<typeof rowOf>[1]> = {}) => ({
  ...{ shift: { radiusMeters: 300, gates: {} }, shared: new Set<string>() },
  ...{ now: startsAt + 60 * minuteMs },
  ...more,
});

test.each([
  ['on time', { inAt: startsAt }, {}],
  ['less than a minute late', { inAt: startsAt + minuteMs - 1 }, {}],
  ['late', { inAt: startsAt + 9.5 * minuteMs }, { lateMinutes: 9 }],
  ['left early', { outAt: endsAt - 20 * minuteMs }, { earlyMinutes: 20 }],
  ['left at the end', { outAt: endsAt }, {}],
  ['left at the old end of an extended shift', { outAt: endsAt, extendedTo: endsAt + 1 }, {}],
  ['away now', { breaks: [{ from: startsAt }] }, { breakMinutes: 60, onBreak: true }],
  [
    'was away twice',
    {
      breaks: [
        { from: startsAt, until: startsAt + 5 * minuteMs },
        { from: startsAt + 10 * minuteMs, until: startsAt + 11 * minuteMs },
      ],
    },
    { breakMinutes: 6 },
  ],
  [
    'checked out while away',
    { state: 'credited' as const, outAt: endsAt, breaks: [{ from: endsAt - 5 * minuteMs }] },
    { breakMinutes: 5 },
  ],
])('%s', (_name, more, said) => {
  const { lateMinutes, earlyMinutes, breakMinutes, onBreak } = rowOf(record(more), around());
  expect({ lateMinutes, earlyMinutes, breakMinutes, onBreak }).toEqual({
    ...{ lateMinutes: undefined, earlyMinutes: undefined },
    ...{ breakMinutes: undefined, onBreak: undefined },
    ...said,
  });
});

const gates = { 0: { memberId: 'o', issuedAt: 1, revokedAt: 2 } };
const asked = { askedAt: startsAt, until: startsAt + 10 * minuteMs };
test.each([
  ['signed up', { state: 'signed_up' as const, inEvidence: undefined }, around(), []],
  ['serves: one end by nature', {}, around(), []],
  ['one end that was closed', { state: 'closed' as const }, around(), ['one_end']],
  [
    'a shared phone',
    { inEvidence: end({ device: 'd' }) },
    around({ shared: new Set(['d']) }),
    ['shared_device'],
  ],
  [
    'a phone of their own',
    { inEvidence: end({ device: 'd' }) },
    around({ shared: new Set(['e']) }),
    [],
  ],
  ['a stopped gate', {}, around({ shift: { radiusMeters: 300, gates } }), ['revoked_gate']],
  ['a recheck that may be answered', { recheck: asked }, around({ now: asked.until }), []],
  ['a recheck that was missed', { recheck: asked }, around(), ['recheck_missed']],
  ['one that was answered', { recheck: { ...asked, answeredAt: asked.until } }, around(), []],
])('doubts, %s', (_name, more, scene, doubts) => {
  expect(rowOf(record(more as Partial<ServiceRecord>), scene).doubts).toEqual(doubts);
});

test('order: the gravest doubt first, of the same the one with more, the rest last', () => {
  const row = (name: string, ...doubts: string[]) =>
    ({ ...rowOf(record(), around()), maskedName: name, doubts }) as ReturnType<typeof rowOf>;
  const rows = [
    row('clear'),
    row('late', 'late_upload'),
    row('phone', 'shared_device'),
    row('phone and late', 'shared_device', 'late_upload'),
  ];
  expect(rows.sort(byDoubt).map(({ maskedName }) => maskedName)).toEqual([
    ...['phone and late', 'phone', 'late', 'clear'],
  ]);
});
