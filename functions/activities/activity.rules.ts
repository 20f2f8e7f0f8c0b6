import type { Conditions, Insurance, Place, ShiftPlan } from '#shared/activities';
import type { RefusalCode } from '#shared/refusals';
import { dayMs } from '#shared/time';
import type { ActivityState, Beneficiary, Category, District } from '#shared/vocabulary';
import type { Span } from './shift.rules';
import { shardsFor } from './shift.rules';

/**
 * An activity from its draft to its settlement. `path`: its organisation and those above, root first, as when it was
 * drafted, handed in or approved last. `plans` are the times as drafted; the shifts themselves exist from the publication on. Listed by
 * organisation and state on gx1, and by the day after which it is settled on gx2.
 */
export type Activity = {
  version: number;
  activityId: string;
  organisationId: string;
  organisationName: string;
  path: string[];
  title: string;
  description: string;
  category: Category;
  beneficiary: Beneficiary;
  district: District;
  place: Place;
  /** Empty while a draft lacks them. */
  risks: string;
  contact: string;
  conditions: Conditions;
  dangerous: boolean;
  insurance?: Insurance;
  state: ActivityState;
  plans: ShiftPlan[];
  /** The rule that the plans were made by, and how many of them it repeats. */
  repeat?: { rule: string; of: number };
  shiftIds: string[];
  draftedAt: number;
  draftedBy: string;
  /** Everybody who wrote on it; none of them approves it. */
  writtenBy: string[];
  submittedAt?: number;
  submittedBy?: string;
  /** The last word of an approver who sent it back. */
  returned?: { by: string; at: number; reason: string };
  /** The last decision, and the version that the approver read. */
  decision?: { by: string; version: number; verdict: 'approve' | 'return' };
  publishedAt?: number;
  /** The approver; never one who wrote it. */
  publishedBy?: string;
  /** When the last of its shifts ends; from the publication on. */
  lastEndsAt?: number;
  cancelledAt?: number;
  settlingAt?: number;
  /** The mark of the request that made it: the same id with another story is refused. */
  requestMark?: string;
  /** The mark of the last change, which is found again when its answer was lost. */
  editMark?: string;
  gx1pk: string;
  gx1sk: string;
  gx2pk?: string;
  gx2sk?: string;
};

/** What can happen to an activity. `rewrite` and `move` leave it public. */
export type ActivityEvent =
  | 'edit'
  | 'submit'
  | 'return'
  | 'approve'
  | 'rewrite'
  | 'move'
  | 'end'
  | 'settle'
  | 'cancel';

/** Every edge there is. What is not listed is refused; what has ended or was called off stays so. */
const edges: Record<ActivityState, Partial<Record<ActivityEvent, ActivityState>>> = {
  draft: { edit: 'draft', submit: 'in_review', cancel: 'cancelled' },
  in_review: { return: 'draft', approve: 'published', cancel: 'cancelled' },
  published: { rewrite: 'published', move: 'published', end: 'settling', cancel: 'cancelled' },
  settling: { settle: 'settled' },
  settled: {},
  cancelled: {},
};

/** The state after an event; undefined when the event cannot happen in this state. */
export const afterEvent = (state: ActivityState, event: ActivityEvent): ActivityState | undefined =>
  edges[state][event];

/** Whether everybody may see it: it was published once. */
export const isPublic = ({ publishedAt }: Pick<Activity, 'publishedAt'>): boolean =>
  publishedAt !== undefined;

/** An activity is published at most this long ahead. */
const aheadMs = 366 * dayMs;

/** Why a shift may not be announced now; undefined when it may. It must lie ahead, within a year. */
export function judgePlan({ startsAt, endsAt }: Span, now: number): RefusalCode | undefined {
  if (endsAt <= now) return 'shift_in_the_past';
  return startsAt < now + aheadMs ? undefined : 'shift_too_far_ahead';
}

/**
 * A publication is one transaction of at most 100 items: the activity, a line of the audit log, a notice, the queue of
 * up to eight organisations, and this much for the shifts with their shards.
 */
const itemsMax = 88;

/** Why these shifts cannot be made; undefined when they can. */
export function judgePlans(plans: readonly ShiftPlan[], now: number): RefusalCode | undefined {
  if (plans.length === 0) return 'repeat_empty';
  for (const plan of plans) {
    const unfit = judgePlan(plan, now);
    if (unfit) return unfit;
  }
  const items = plans.reduce((sum, { capacity }) => sum + 1 + shardsFor(capacity), 0);
  return items > itemsMax ? 'too_many_shifts' : undefined;
}

/** 应急救援 takes nobody under eighteen, whatever was typed. */
const grownUpAge = 18;
export function conditionsFor(category: Category, asked: Conditions = {}): Conditions {
  if (category !== 'emergency') return asked;
  const maxAge = asked.maxAge === undefined ? {} : { maxAge: Math.max(grownUpAge, asked.maxAge) };
  return { ...asked, ...maxAge, minAge: Math.max(grownUpAge, asked.minAge ?? 0) };
}

type Legal = Pick<Activity, 'category' | 'dangerous' | 'risks' | 'insurance' | 'plans'>;

export const needsInsurance = ({ category, dangerous }: Pick<Legal, 'category' | 'dangerous'>) =>
  dangerous || category === 'emergency';

/** What the law wants before anybody is recruited: the risks told, and insurance where it is dangerous. */
export function judgeLegal(activity: Legal, now: number): RefusalCode | undefined {
  if (activity.risks === '') return 'risks_missing';
  if (needsInsurance(activity) && !activity.insurance) return 'insurance_missing';
  return judgePlans(activity.plans, now);
}
