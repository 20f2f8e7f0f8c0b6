import type { RecordState } from '#shared/vocabulary';
import { recordStates } from '#shared/vocabulary';
import type { RecordEvent, ServiceRecord } from '../../../functions/records/record.rules';
import { afterEvent, holdsPlace, judgeWithdrawal } from '../../../functions/records/record.rules';

const record = (state: ServiceRecord['state']) => ({ state }) as ServiceRecord;
const refused = (code: string) => ({ status: 'refused', code });
const [exists, open] = [{ status: 'exists' }, { status: 'open' }];

const edges: [RecordState | undefined, RecordEvent, RecordState][] = [
  ...([undefined, 'withdrawn'] as const).flatMap((from): typeof edges => [
    [from, 'sign_up', 'signed_up'],
    [from, 'wait', 'waiting'],
    [from, 'ask', 'asked'],
    [from, 'check_in', 'checked_in'],
  ]),
  ...([undefined, 'withdrawn', 'waiting', 'asked', 'signed_up', 'no_show'] as const).flatMap(
    (from): typeof edges => [
      [from, 'scan_late', 'late'],
      [from, 'type', 'typed'],
    ],
  ),
  ['waiting', 'move_up', 'signed_up'],
  ['waiting', 'ask', 'asked'],
  ['waiting', 'check_in', 'checked_in'],
  ['waiting', 'withdraw', 'withdrawn'],
  ['waiting', 'end', 'withdrawn'],
  ['asked', 'confirm', 'signed_up'],
  ['asked', 'check_in', 'checked_in'],
  ['asked', 'withdraw', 'withdrawn'],
  ['asked', 'end', 'withdrawn'],
  ['signed_up', 'check_in', 'checked_in'],
  ['signed_up', 'withdraw', 'withdrawn'],
  ['signed_up', 'end', 'withdrawn'],
  ['signed_up', 'miss', 'no_show'],
  ['checked_in', 'credit', 'credited'],
  ['checked_in', 'scan_late', 'late'],
  ['checked_in', 'close', 'closed'],
  ['late', 'scan_late', 'late'],
  ['closed', 'scan_late', 'late'],
  ...(['late', 'closed', 'typed'] as const).flatMap((from): typeof edges => [
    [from, 'credit', 'credited'],
    [from, 'decline', 'declined'],
  ]),
  ['credited', 'correct', 'credited'],
  ['credited', 'reverse', 'declined'],
  ['declined', 'credit', 'credited'],
  ['no_show', 'credit', 'credited'],
];
const events: RecordEvent[] = [
  ...(['sign_up', 'wait', 'ask', 'confirm', 'move_up'] as const),
  ...(['check_in', 'scan_late', 'close', 'type', 'credit', 'decline'] as const),
  ...(['correct', 'reverse', 'withdraw', 'end', 'miss'] as const),
];

test.each(edges)('%s, %s → %s', (from, event, to) => {
  expect(afterEvent(from, event)).toBe(to);
});

test('every other edge is forbidden', () => {
  const states = [undefined, ...(Object.keys(recordStates) as RecordState[])];
  const open = states.flatMap((from) =>
    events.filter((event) => afterEvent(from, event)).map((event) => `${from} ${event}`),
  );
  expect(open.sort()).toEqual(edges.map(([from, event]) => `${from} ${event}`).sort());
});

test.each([
  ['never signed up', undefined, refused('not_signed_up')],
  ['withdrawn before', record('withdrawn'), exists],
  ['checked in', record('checked_in'), refused('signup_closed')],
  ['credited', record('credited'), refused('signup_closed')],
  ['did not come', record('no_show'), refused('signup_closed')],
  ['signed up', record('signed_up'), open],
  ['asked', record('asked'), open],
  ['waiting', record('waiting'), open],
])('withdrawing, %s', (_name, known, verdict) => {
  expect(judgeWithdrawal(known)).toEqual(verdict);
});

test('a place is held by who signed up and by who is asked, and by nobody else before they come', () => {
  const states = Object.keys(recordStates) as RecordState[];
  expect(states.filter(holdsPlace)).toEqual(['asked', 'signed_up']);
});
