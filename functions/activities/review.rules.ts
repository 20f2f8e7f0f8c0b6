import type { RefusalCode } from '#shared/refusals';
import type { ActivityState } from '#shared/vocabulary';
import type { Activity, ActivityEvent } from './activity.rules';
import { afterEvent, judgeLegal } from './activity.rules';

/** Whether a step of an activity may be taken: then the state it leads to. `exists`: it was taken by this very request. */
export type StepVerdict =
  | { status: 'open'; state: ActivityState }
  | { status: 'exists' }
  | { status: 'refused'; code: RefusalCode };

const refused = (code: RefusalCode): StepVerdict => ({ status: 'refused', code });

/** The step itself, of the version that was read: of two editors one wins. */
function step(activity: Activity, event: ActivityEvent, version = activity.version): StepVerdict {
  const state = afterEvent(activity.state, event);
  if (state === undefined) return refused('activity_moved_on');
  return activity.version === version ? { status: 'open', state } : refused('activity_changed');
}

type Change = { version: number; mark: string };

export function judgeEdit(
  activity: Activity,
  { version, mark, event }: Change & { event: 'edit' | 'rewrite' },
): StepVerdict {
  return activity.editMark === mark ? { status: 'exists' } : step(activity, event, version);
}

export function judgeSubmission(
  activity: Activity,
  { version, by }: { version: number; by: string },
  now: number,
): StepVerdict {
  const mine = activity.submittedBy === by && activity.version === version + 1;
  if (activity.state === 'in_review' && mine) return { status: 'exists' };
  const verdict = step(activity, 'submit', version);
  const missing = verdict.status === 'open' ? judgeLegal(activity, now) : undefined;
  return missing ? refused(missing) : verdict;
}

type Decision = NonNullable<Activity['decision']>;

/** Nobody approves or sends back what they wrote themself; of two approvers one decides. */
export function judgeDecision(
  activity: Activity,
  { by, version, verdict }: Decision,
  now: number,
): StepVerdict {
  if (activity.writtenBy.includes(by)) return refused('not_to_oneself');
  const { decision } = activity;
  if (decision?.version === version) {
    const same = decision.by === by && decision.verdict === verdict;
    return same ? { status: 'exists' } : refused('decided_meanwhile');
  }
  const found = step(activity, verdict, version);
  const missing =
    verdict === 'approve' && found.status === 'open' ? judgeLegal(activity, now) : undefined;
  return missing ? refused(missing) : found;
}
