import { doubtsOf, gradeOf, gradeReasonOf } from '../../../functions/records/grade.rules';
import type { Evidence, Typing } from '../../../functions/records/record.rules';

const radiusMeters = 300;
const end = (more: Partial<Evidence> = {}): Evidence => {
  return { scanId: 's', by: 'token', gate: 0, step: 1, ...more };
};
const near = end({ metersAway: 10, accuracyMeters: 20 });
const met = end({ by: 'countersign', countersignedBy: 'organiser' });
const card = end({ by: 'card', step: 0, countersignedBy: 'organiser', metersAway: 1 });
const typing: Typing = { typedId: 't', by: 'o', at: 0, reason: 'no_phone', note: '' };

// One row per outcome, in the order in which they are tried.
test.each([
  ['typed, whatever was scanned', { inEvidence: met, outEvidence: near, typing }, 'E'],
  ['no check-out', { inEvidence: met }, 'D'],
  ['no check-in', { outEvidence: near }, 'D'],
  ['an organiser said when', { inEvidence: met, outEvidence: end({ by: 'confirmed' }) }, 'D'],
  ['said together', { inEvidence: end({ by: 'joint' }), outEvidence: met }, 'D'],
  [
    'a late end, the other countersigned',
    { inEvidence: end({ late: true }), outEvidence: met },
    'C',
  ],
  [
    'typed digits, the other countersigned',
    { inEvidence: end({ by: 'digits' }), outEvidence: met },
    'C',
  ],
  [
    'only a browser vouches',
    { inEvidence: { ...near, by: 'browser_claim' as const }, outEvidence: near },
    'C',
  ],
  ['a card in', { inEvidence: card, outEvidence: near }, 'C'],
  ['a card at both ends', { inEvidence: card, outEvidence: card }, 'C'],
  ['one end countersigned', { inEvidence: end(), outEvidence: met }, 'A'],
  [
    'an organiser vouched for a scan',
    { inEvidence: end({ countersignedBy: 'o' }), outEvidence: end() },
    'A',
  ],
  ['both near', { inEvidence: near, outEvidence: { ...near, by: 'claim' as const } }, 'B'],
  [
    'at the edge of the radius',
    { inEvidence: near, outEvidence: end({ metersAway: 300, accuracyMeters: 300 }) },
    'B',
  ],
  ['one too far', { inEvidence: near, outEvidence: end({ metersAway: 301 }) }, 'C'],
  [
    'one too vague',
    { inEvidence: near, outEvidence: end({ metersAway: 1, accuracyMeters: 301 }) },
    'C',
  ],
  ['one without a place', { inEvidence: near, outEvidence: end() }, 'C'],
])('grade, %s → %s', (_name, ends, grade) => {
  expect(gradeOf(ends, radiusMeters)).toBe(grade);
});

test.each([
  ['typed', { typing }],
  ['one_end', { inEvidence: met }],
  ['said', { inEvidence: met, outEvidence: end({ by: 'confirmed' }) }],
  ['late', { inEvidence: card, outEvidence: end({ late: true }) }],
  ['weak', { inEvidence: card, outEvidence: met }],
  ['vouched', { inEvidence: near, outEvidence: met }],
  ['place_agrees', { inEvidence: near, outEvidence: near }],
  ['place_unknown', { inEvidence: near, outEvidence: end() }],
])('a grade rests on %s', (reason, ends) => {
  expect(gradeReasonOf(ends, radiusMeters)).toBe(reason);
});

const both = (more: Partial<Evidence>) => ({ inEvidence: end(more), outEvidence: end() });
test.each([
  ['nothing', both({}), []],
  ['one phone for several', { ...both({}), around: { sharedDevice: true } }, ['shared_device']],
  ['a picture in a chat', both({ entryScene: 1_048 }), ['forwarded_picture']],
  ['WeChat’s own scanner', both({ entryScene: 1_011 }), []],
  ['far away', both({ metersAway: 500, accuracyMeters: 50 }), ['far_away']],
  ['far away, perhaps', both({ metersAway: 310, accuracyMeters: 50 }), []],
  ['a gate that was revoked', { ...both({}), around: { revokedGates: [0] } }, ['revoked_gate']],
  ['late', both({ late: true }), ['late_upload']],
  ['said together', both({ by: 'joint' }), ['joint_statement']],
  ['a recheck missed', { ...both({}), recheck: { askedAt: 1, until: 2 } }, ['recheck_missed']],
  ['a recheck answered', { ...both({}), recheck: { askedAt: 1, until: 2, answeredAt: 2 } }, []],
  ['one end', { inEvidence: end() }, ['one_end']],
  ['typed', { typing }, ['typed_time']],
  [
    'digits and a browser',
    { inEvidence: end({ by: 'digits' }), outEvidence: end({ by: 'browser_claim' }) },
    ['typed_digits', 'browser_only'],
  ],
])(
  'doubtful, %s',
  (_name, { around, ...record }: Parameters<typeof doubtsOf>[0] & { around?: object }, found) => {
    expect(doubtsOf(record, { radiusMeters, ...around })).toEqual(found);
  },
);
