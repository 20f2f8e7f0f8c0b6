import { dayMs, hourMs } from '#shared/time';
import type { Activity } from '../../../functions/activities/activity.rules';
import {
  judgeDecision,
  judgeEdit,
  judgeSubmission,
} from '../../../functions/activities/review.rules';

const startsAt = Date.UTC(2026, 10, 24, 6);
const now = startsAt - dayMs;
const plan = { startsAt, endsAt: startsAt + hourMs, capacity: 10 };
const activity = (more: Partial<Activity>): Activity =>
  ({
    ...{ version: 3, state: 'draft', category: 'environment', dangerous: false, risks: '路滑' },
    ...{ plans: [plan], writtenBy: ['author'], ...more },
  }) as Activity;
const refused = (code: string) => ({ status: 'refused', code });

describe('an edit, in order of precedence', () => {
  const edit = { version: 3, mark: 'mine', event: 'edit' } as const;
  test.each([
    ['it was made already', { editMark: 'mine', version: 4 }, { status: 'exists' }],
    ['it is in review', { state: 'in_review', version: 4 }, refused('activity_moved_on')],
    ['somebody else was faster', { version: 4 }, refused('activity_changed')],
    ['as it was read', {}, { status: 'open', state: 'draft' }],
  ] as const)('%s', (_name, more, verdict) => {
    expect(judgeEdit(activity(more), edit)).toEqual(verdict);
  });

  test('the text of what is public, and of nothing else', () => {
    const rewrite = { ...edit, event: 'rewrite' } as const;
    expect(judgeEdit(activity({}), rewrite)).toEqual(refused('activity_moved_on'));
    expect(judgeEdit(activity({ state: 'published' }), rewrite)).toEqual({
      ...{ status: 'open', state: 'published' },
    });
  });
});

test.each([
  [
    'the same was handed in already',
    { state: 'in_review', version: 4, submittedBy: 'author', risks: '' },
    { status: 'exists' },
  ],
  [
    'somebody else handed it in',
    { state: 'in_review', version: 4, submittedBy: 'other' },
    refused('activity_moved_on'),
  ],
  ['it was called off', { state: 'cancelled' }, refused('activity_moved_on')],
  ['it was edited since', { version: 4, risks: '' }, refused('activity_changed')],
  ['the risks are not told', { risks: '' }, refused('risks_missing')],
  ['all is there', {}, { status: 'open', state: 'in_review' }],
] as const)('handed in, %s', (_name, more, verdict) => {
  const asked = { version: 3, by: 'author' };
  expect(judgeSubmission(activity(more), asked, now)).toEqual(verdict);
});

describe('a decision, in order of precedence', () => {
  const made = (by: string, verdict: 'approve' | 'return') => ({ by, verdict, version: 3 });
  const inReview = { state: 'in_review' } as const;
  test.each([
    [
      'by whoever wrote on it, although decided',
      { ...inReview, writtenBy: ['author', 'approver'], decision: made('other', 'return') },
      refused('not_to_oneself'),
    ],
    [
      'the same was said already',
      { state: 'published', version: 4, decision: made('approver', 'approve') },
      { status: 'exists' },
    ],
    [
      'another said so first',
      { state: 'published', version: 4, decision: made('other', 'approve') },
      refused('decided_meanwhile'),
    ],
    [
      'they said the opposite before',
      { state: 'draft', version: 4, decision: made('approver', 'return') },
      refused('decided_meanwhile'),
    ],
    ['a draft', { state: 'draft' }, refused('activity_moved_on')],
    ['a later version was handed in', { ...inReview, version: 6 }, refused('activity_changed')],
    ['the shift is over by now', { ...inReview, plans: [] }, refused('repeat_empty')],
    ['in review', inReview, { status: 'open', state: 'published' }],
  ] as const)('%s', (_name, more, verdict) => {
    const said = made('approver', 'approve');
    expect(judgeDecision(activity(more as Partial<Activity>), said, now)).toEqual(verdict);
  });

  test('what lacks something may still be sent back', () => {
    const poor = activity({ ...inReview, risks: '', plans: [] });
    expect(judgeDecision(poor, made('approver', 'return'), now)).toEqual({
      ...{ status: 'open', state: 'draft' },
    });
  });
});
