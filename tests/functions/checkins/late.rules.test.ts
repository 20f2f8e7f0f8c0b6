import { startOfStep, stepAt, stepEpoch } from '#shared/code';
import { dayMs, hourMs, minuteMs } from '#shared/time';
import type { RecordState } from '#shared/vocabulary';
import { recordStates } from '#shared/vocabulary';
import { judgeScan } from '../../../functions/checkins/checkin.rules';
import type { Scan, ScannedShift } from '../../../functions/checkins/presence.rules';
import type { ServiceRecord } from '../../../functions/records/record.rules';
import { afterEvent } from '../../../functions/records/record.rules';

const startsAt = stepEpoch + 100 * hourMs;
const endsAt = startsAt + 2 * hourMs;
const opens = startsAt - 30 * minuteMs;
const shift: ScannedShift = {
  ...{ startsAt, endsAt, graceMinutes: 120 },
  gates: {
    0: { memberId: 'm', issuedAt: opens },
    1: { memberId: 'n', issuedAt: opens, revokedAt: startsAt + hourMs },
    2: { memberId: 'o', issuedAt: opens, revokedAt: startsAt },
  },
};
const cancelled = { ...shift, cancelledAt: startsAt + hourMs };
const evening = endsAt + 6 * hourMs;

/** A scan whose code was shown at `shownAt` and which arrives in the evening unless told. */
const shown = (shownAt: number, more: Partial<Scan> = {}): Scan => {
  return { kind: 'checkin', gate: 0, step: stepAt(shownAt), at: evening, ...more };
};
const left = (shownAt: number, more: Partial<Scan> = {}) =>
  shown(shownAt, { kind: 'checkout', ...more });
const record = (state: RecordState, more: Partial<ServiceRecord> = {}) =>
  ({ state, ...more }) as ServiceRecord;
const signedUp = record('signed_up');
const inside = record('checked_in', { inAt: startsAt });
const kept = (at: number) => ({ status: 'late', at: startOfStep(stepAt(at)), isStale: true });
const refused = (code: string) => ({ status: 'refused', code });

// One row per outcome, in the order in which they are tried.
test.each([
  ['the end is done by a living scan', shown(startsAt), shift, inside, { status: 'exists' }],
  ['both are done', left(endsAt), shift, record('credited'), { status: 'exists' }],
  ['printed', shown(startsAt, { step: 0 }), shift, signedUp, refused('code_stale')],
  ['no such gate', shown(startsAt, { gate: 7 }), shift, signedUp, refused('gate_revoked')],
  [
    'the gate was stopped before',
    shown(startsAt, { gate: 2 }),
    shift,
    signedUp,
    refused('gate_revoked'),
  ],
  [
    'the gate was stopped afterwards',
    shown(startsAt, { gate: 1 }),
    shift,
    signedUp,
    kept(startsAt),
  ],
  [
    '24 hours after the end',
    shown(startsAt, { at: endsAt + dayMs }),
    shift,
    signedUp,
    kept(startsAt),
  ],
  [
    'later than that',
    shown(startsAt, { at: endsAt + dayMs + 1 }),
    shift,
    signedUp,
    refused('upload_too_late'),
  ],
  [
    'in after it was called off',
    shown(startsAt + hourMs),
    cancelled,
    signedUp,
    refused('shift_cancelled'),
  ],
  ['in before it was called off', shown(startsAt), cancelled, signedUp, kept(startsAt)],
  [
    'out after it was called off',
    left(startsAt + hourMs),
    cancelled,
    inside,
    kept(startsAt + hourMs),
  ],
  [
    'hours were typed meanwhile',
    shown(startsAt),
    shift,
    record('typed'),
    refused('service_decided'),
  ],
  ['declined', left(endsAt), shift, record('declined'), refused('service_decided')],
  ['when the codes are first shown', shown(opens), shift, signedUp, kept(opens)],
  ['in at the end', shown(endsAt), shift, signedUp, refused('checkin_too_late')],
  [
    'in after the way out',
    shown(endsAt - minuteMs),
    shift,
    record('late', { outAt: startsAt + hourMs }),
    refused('checkin_too_late'),
  ],
  [
    'in before the way out, which arrived first',
    shown(startsAt),
    shift,
    record('late', { outAt: endsAt }),
    kept(startsAt),
  ],
  ['never signed up', shown(startsAt), shift, undefined, kept(startsAt)],
  ['noted as missing', shown(startsAt), shift, record('no_show'), kept(startsAt)],
  ['out within a minute', left(startsAt + 45_000), shift, inside, refused('checkout_too_early')],
  [
    'out before the start',
    left(startsAt - minuteMs),
    shift,
    undefined,
    refused('checkout_too_early'),
  ],
  [
    'out at the end of the grace',
    left(endsAt + 2 * hourMs),
    shift,
    inside,
    kept(endsAt + 2 * hourMs),
  ],
  [
    'out after the grace',
    left(endsAt + 2 * hourMs + minuteMs),
    shift,
    inside,
    refused('checkout_too_late'),
  ],
  ['out, and the way in has not arrived', left(endsAt), shift, signedUp, kept(endsAt)],
  [
    'out of what the clock has closed',
    left(endsAt),
    shift,
    record('closed', { inAt: startsAt }),
    kept(endsAt),
  ],
])('%s', (_name, scan, at, known, verdict) => {
  expect(judgeScan(scan, at, known)).toEqual(verdict);
});

test('three steps behind is late, two are not', () => {
  const behind = (steps: number) =>
    judgeScan(shown(startsAt, { at: startsAt, step: stepAt(startsAt) - steps }), shift, signedUp);
  expect(behind(2)).toEqual({ status: 'check_in' });
  expect(behind(3)).toMatchObject({ status: 'late', isStale: true });
});

test('an extension on the spot moves what is late with it', () => {
  const extended = { ...shift, extendedTo: endsAt + hourMs };
  expect(judgeScan(shown(endsAt + minuteMs), extended, signedUp)).toEqual(kept(endsAt + minuteMs));
  const at = endsAt + hourMs + dayMs;
  expect(judgeScan(left(endsAt, { at }), extended, inside)).toEqual(kept(endsAt));
});

test('every state takes a late scan exactly when the state machine has the edge', () => {
  for (const state of Object.keys(recordStates) as RecordState[]) {
    const { status } = judgeScan(left(endsAt), shift, record(state));
    if (state === 'credited') expect(status).toBe('exists');
    else expect([state, status === 'late']).toEqual([state, !!afterEvent(state, 'scan_late')]);
  }
});
