import { hourMs, minuteMs } from '#shared/time';
import { judgeJoint, judgeTogether } from '../../../functions/records/joint.rules';

const startsAt = 1_800_000_000_000;
const endsAt = startsAt + 2 * hourMs;
const gates = { 0: { memberId: 'o', issuedAt: 1 } };
const stopped = { 0: { memberId: 'o', issuedAt: 1, revokedAt: 2 } };
const shift = { startsAt, endsAt, gates };
const at = (minutes: number) => startsAt + minutes * minuteMs;
const inside = { state: 'checked_in' as const, inAt: startsAt };
const refused = (code: string) => ({ status: 'refused', code });
const [open, exists] = [{ status: 'open' }, { status: 'exists' }];

type Case = Parameters<typeof judgeJoint>;
const arrival = (
  it: Partial<Case[1]['shift']>,
  more: { counts?: object; minutes?: number; record?: Case[2] } = {},
) =>
  judgeJoint(
    'arrival',
    { shift: { ...shift, ...it }, counts: more.counts, now: at(more.minutes ?? 30) },
    more.record,
  );
const leaving = (
  it: Partial<Case[1]['shift']>,
  more: { counts?: object; minutes?: number; record?: Case[2] } = {},
) =>
  judgeJoint(
    'leaving',
    { shift: { ...shift, ...it }, counts: more.counts, now: at(more.minutes ?? 30) },
    more.record,
  );

// One row per outcome, in the order in which they are tried.
test.each([
  ['has arrived', arrival({ cancelledAt: 1 }, { record: inside }), exists],
  ['has left', leaving({}, { record: { ...inside, state: 'credited', outAt: endsAt } }), exists],
  ['called off', arrival({ cancelledAt: 1 }), refused('shift_cancelled')],
  [
    'called off while in → leaves all the same',
    leaving({ cancelledAt: at(10) }, { record: inside }),
    open,
  ],
  ['before the start', arrival({}, { minutes: -1 }), refused('joint_too_early')],
  ['two hours after the end', arrival({}, { minutes: 240 }), open],
  ['later', arrival({}, { minutes: 241 }), refused('joint_too_late')],
  ['later, but extended', arrival({ extendedTo: endsAt + hourMs }, { minutes: 300 }), open],
  [
    'somebody scanned in a moment ago',
    arrival({}, { counts: { lastInAt: at(21) } }),
    refused('codes_shown'),
  ],
  ['ten minutes ago', arrival({}, { counts: { lastInAt: at(20) } }), open],
  [
    'at a screen that was stopped',
    arrival({ gates: stopped }, { counts: { lastInAt: at(29) } }),
    open,
  ],
  [
    'somebody scanned in a moment ago, one leaves',
    leaving({}, { record: inside, counts: { lastInAt: at(29) } }),
    open,
  ],
  [
    'somebody scanned out a moment ago',
    leaving({}, { record: inside, counts: { lastOutAt: at(29) } }),
    refused('codes_shown'),
  ],
  ['it was decided', arrival({}, { record: { state: 'declined' } }), refused('service_decided')],
  ['hours were typed', arrival({}, { record: { state: 'typed' } }), refused('service_decided')],
  ['signed up', arrival({}, { record: { state: 'signed_up' } }), open],
  ['waiting for a place', arrival({}, { record: { state: 'waiting' } }), open],
  ['noted as not having come', arrival({}, { record: { state: 'no_show' } }), open],
  ['leaves without having come', leaving({}), refused('not_checked_in')],
  [
    'leaves within a minute',
    leaving({}, { record: { ...inside, inAt: at(29.5) } }),
    refused('checkout_too_early'),
  ],
  ['leaves', leaving({}, { record: inside }), open],
])('%s', (_name, verdict, said) => expect(verdict).toEqual(said));

test.each([
  ['nobody', [], 'd', 'joint_alone'],
  ['one person', ['a'], 'd', 'joint_alone'],
  ['the same twice', ['a', 'a'], 'd', 'joint_alone'],
  ['two', ['a', 'b'], 'd', undefined],
  ['the decider is one of them', ['a', 'd'], 'd', 'not_to_oneself'],
])('stated by %s', (_name, statedBy, decider, code) => {
  expect(judgeTogether(statedBy, decider)).toBe(code);
});
