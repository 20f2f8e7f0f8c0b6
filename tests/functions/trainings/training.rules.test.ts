import { dayMs } from '#shared/time';
import {
  judgeTraining,
  trainingsMax,
  withTraining,
} from '../../../functions/trainings/training.rules';

const now = Date.UTC(2026, 10, 24);
const asked = { endsAt: now + 365 * dayMs, toOneself: false, isMember: true };

// One row per outcome, in the order in which they are tried.
test.each([
  ['nobody of this organisation', { isMember: false, toOneself: true, endsAt: now }, 'not_found'],
  ['oneself', { toOneself: true, endsAt: now }, 'not_to_oneself'],
  ['over already', { endsAt: now }, 'training_over'],
  ['for longer than five years', { endsAt: now + 6 * 366 * dayMs }, 'training_over'],
  ['a member', {}, undefined],
])('recording a training, %s', (_name, change, verdict) => {
  expect(judgeTraining({ ...asked, ...change }, now)).toBe(verdict);
});

const one = (endsAt: number, organisationId = 'a') => ({
  ...{ training: 'first_aid' as const, organisationId, at: 0, endsAt },
});

test('the same training of the same organisation is renewed, another one stands beside it', () => {
  const known = withTraining(withTraining([], one(1)), one(2, 'b'));
  expect(withTraining(known, one(3))).toEqual([one(3), one(2, 'b')]);
});

test('one too many → the one that ends first makes room', () => {
  const full = Array.from({ length: trainingsMax }, (_, index) => one(index + 1, `o${index}`));
  const next = withTraining(full, one(99, 'new'));
  expect(next).toHaveLength(trainingsMax);
  expect(next.map(({ endsAt }) => endsAt)).not.toContain(1);
});
