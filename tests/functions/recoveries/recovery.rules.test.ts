import type { RecoveryState } from '#shared/recoveries';
import { recoveryStates } from '#shared/recoveries';
import type { Recovery, RecoveryEvent } from '../../../functions/recoveries/recovery.rules';
import {
  afterRecoveryEvent,
  judgeDecision,
  recoveryStateAt,
} from '../../../functions/recoveries/recovery.rules';

const events: RecoveryEvent[] = ['confirm', 'refuse', 'expire'];
const allowed: [RecoveryState, RecoveryEvent, RecoveryState][] = [
  ['open', 'confirm', 'done'],
  ['open', 'refuse', 'refused'],
  ['open', 'expire', 'expired'],
];

test.each(allowed)('%s, %s → %s', (state, event, next) => {
  expect(afterRecoveryEvent(state, event)).toBe(next);
});

const every = recoveryStates.flatMap((state) => events.map((event) => [state, event] as const));
const forbidden = every.filter(
  ([state, event]) => !allowed.some(([from, by]) => from === state && by === event),
);
test.each(forbidden)('%s, %s → forbidden', (state, event) => {
  expect(afterRecoveryEvent(state, event)).toBeUndefined();
});

const open: Recovery = {
  version: 1,
  recoveryId: 'r',
  organisationId: 'o',
  kind: 'merge',
  state: 'open',
  volunteerId: 'subject',
  maskedName: '李*',
  closingId: 'closing',
  why: '',
  openedBy: 'opener',
  openedAt: 0,
  endsAt: 100,
  requestMark: '',
};

test('at its end an open request is over; a decided one stays what it is', () => {
  expect(recoveryStateAt(open, 99)).toBe('open');
  expect(recoveryStateAt(open, 100)).toBe('expired');
  expect(recoveryStateAt({ ...open, state: 'done' }, 100)).toBe('done');
});

const done: Recovery = { ...open, state: 'done', decidedBy: 'second' };
const refused = { ...open, state: 'refused', decidedBy: 'second' } as const;
const no = (code: string) => ({ status: 'refused', code });
test.each([
  ['the person confirms', no('not_to_oneself'), open, 'subject', 'confirm'],
  ['the person refuses', no('not_to_oneself'), open, 'subject', 'refuse'],
  ['the holder of the other account', no('not_to_oneself'), open, 'closing', 'confirm'],
  ['who opened it confirms', no('not_to_oneself'), open, 'opener', 'confirm'],
  ['who opened it, and it is over', no('not_to_oneself'), done, 'opener', 'confirm'],
  ['the second, again', { status: 'decided_before' }, done, 'second', 'confirm'],
  ['the second refused, again', { status: 'decided_before' }, refused, 'second', 'refuse'],
  ['the second, the other way', no('recovery_closed'), done, 'second', 'refuse'],
  ['a third', no('recovery_closed'), done, 'third', 'confirm'],
  ['too late', no('recovery_closed'), { ...open, endsAt: 50 }, 'second', 'confirm'],
  ['who opened it takes it back', { status: 'decided' }, open, 'opener', 'refuse'],
  ['the second confirms', { status: 'decided' }, open, 'second', 'confirm'],
  ['the second refuses', { status: 'decided' }, open, 'second', 'refuse'],
] as const)('%s → %j', (_name, verdict, recovery, by, event) => {
  expect(judgeDecision(recovery, { by, event }, 50)).toEqual(verdict);
});
