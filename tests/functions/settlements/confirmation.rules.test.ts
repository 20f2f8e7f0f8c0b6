import { hourMs, minuteMs } from '#shared/time';
import type { RecordState } from '#shared/vocabulary';
import { recordStates } from '#shared/vocabulary';
import type { Gate } from '../../../functions/activities/shift.rules';
import type { Evidence, ServiceRecord } from '../../../functions/records/record.rules';
import type { Wish } from '../../../functions/settlements/confirmation.rules';
import {
  isOwn,
  judgeConfirmation,
  judgeTimes,
  mayDecideJoint,
  withEnds,
  withTimes,
} from '../../../functions/settlements/confirmation.rules';

const startsAt = Date.UTC(2026, 10, 24, 6);
const endsAt = startsAt + 2 * hourMs;
const gates: Record<string, Gate> = { 0: { memberId: 'host', issuedAt: startsAt } };
const shift = { startsAt, endsAt, graceMinutes: 120, gates };
const now = endsAt + 25 * hourMs;
const by = 'boss';
const refused = (code: string) => ({ status: 'refused', code });
const [exists, open] = [{ status: 'exists' }, { status: 'open' }];

const scanned: Evidence = { scanId: 'S', by: 'token', gate: 0, step: 1 };
const joint: Evidence = { ...scanned, by: 'joint' };
const late = {
  ...{ state: 'late', inAt: startsAt, inEvidence: scanned },
  ...{ outAt: endsAt, outEvidence: { ...scanned, late: true } },
} as ServiceRecord;
const { outAt: _, outEvidence: __, ...inside } = late;
const closed: ServiceRecord = { ...inside, state: 'closed' };
const yes: Wish = { verdict: 'confirm' };
const decision = { by, at: now, verdict: 'confirm', reason: '' } as const;
const dispute = { disputeId: 'D', kind: 'appeal', at: now } as const;
const done: ServiceRecord = { ...late, state: 'credited', decision };

const rows: [string, ServiceRecord, Wish, object, object][] = [
  ['one’s own', { ...late, dispute }, yes, { own: true }, refused('not_to_oneself')],
  [
    'joint, by an organiser',
    { ...late, inEvidence: joint, decision },
    yes,
    {},
    refused('joint_from_above'),
  ],
  [
    'joint, by who showed codes',
    { ...late, outEvidence: joint },
    yes,
    { above: true, by: 'host' },
    refused('joint_from_above'),
  ],
  ['joint, from above', { ...late, inEvidence: joint }, yes, { above: true }, open],
  ['the same word again', done, yes, {}, exists],
  [
    'another word afterwards',
    done,
    { verdict: 'decline', reason: '没有来' },
    {},
    refused('already_decided'),
  ],
  ['another time afterwards', done, { ...yes, leftAt: endsAt - 1 }, {}, refused('already_decided')],
  ['another’s word before', done, yes, { by: 'other' }, refused('already_decided')],
  ['disputed', { ...closed, dispute }, yes, {}, refused('record_disputed')],
  ['a time for a scanned end', late, { ...yes, leftAt: endsAt }, {}, refused('times_scanned')],
  ['no leaving time', closed, yes, {}, refused('times_missing')],
  [
    'a leaving time after the grace',
    closed,
    { ...yes, leftAt: endsAt + 3 * hourMs },
    {},
    refused('times_unfit'),
  ],
  ['closed with a leaving time', closed, { ...yes, leftAt: endsAt }, {}, open],
  ['late', late, yes, {}, open],
  ['declined without times', closed, { verdict: 'decline', reason: '没有来' }, {}, open],
];
test.each(rows)('%s', (_name, record, wish, scene, verdict) => {
  const around = { shift, by, own: false, above: false, now, ...scene };
  expect(judgeConfirmation(record, wish, around)).toEqual(verdict);
});

test('only what is late or closed is confirmed', () => {
  const states = (Object.keys(recordStates) as RecordState[]).filter((state) => {
    const around = { shift, by, own: false, above: false, now };
    return judgeConfirmation({ ...late, state }, yes, around).status === 'open';
  });
  expect(states).toEqual(['late', 'closed']);
});

test.each([
  [
    'from half an hour before to the end of the grace',
    startsAt - 30 * minuteMs,
    endsAt + 2 * hourMs,
    undefined,
  ],
  ['earlier', startsAt - 31 * minuteMs, endsAt, 'times_unfit'],
  ['later', startsAt, endsAt + 2 * hourMs + 1, 'times_unfit'],
  ['nothing between them', startsAt, startsAt, 'times_unfit'],
  ['still to come', startsAt, now + 1, 'times_unfit'],
])('times %s', (_name, inAt, outAt, code) => {
  expect(judgeTimes({ inAt, outAt }, shift, now)).toBe(code);
});

test('nobody vouches for their own: oneself, who looks after one, whom one looks after', () => {
  const family = { guardians: ['mother'], dependants: ['child'] };
  const own = ['me', 'mother', 'child', 'other'].map((who) => isOwn('me', who, family));
  expect(own).toEqual([true, true, true, false]);
});

test('a joint statement is not decided by who showed codes or stood in', () => {
  const standIn = { volunteerId: 'helper', at: startsAt };
  const may = ['host', 'helper', 'other'].map((who) => mayDecideJoint({ gates, standIn }, who));
  expect(may).toEqual([false, false, true]);
});

test('what was witnessed stays; what is said says who said it', () => {
  const said = { by, requestId: 'Q', arrivedAt: startsAt + 1, leftAt: endsAt };
  const filled = withEnds(closed, said);
  expect(filled.inEvidence).toBe(scanned);
  expect(filled).toMatchObject({
    outAt: endsAt,
    outEvidence: { by: 'confirmed', countersignedBy: by },
  });
  const moved = withTimes(late, { ...said, arrivedAt: startsAt, leftAt: endsAt - 1 });
  expect(moved.inEvidence).toBe(scanned);
  expect(moved.outEvidence).toMatchObject({ by: 'confirmed', countersignedBy: by });
});
