import type { RefusalCode } from '#shared/refusals';
import type { Condition } from '#shared/signups';
import { hourMs, minuteMs } from '#shared/time';
import { skills, trainings } from '#shared/vocabulary';
import type { Shift } from '../activities/shift.rules';
import type { ServiceRecord } from '../records/record.rules';
import { judgeMinor } from '../volunteers/minor.rules';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { ageAt } from '../volunteers/volunteer.rules';

type Profile = Pick<
  StoredProfile,
  'birthMonth' | 'guardian' | 'realNameLevel' | 'skills' | 'trainings'
>;
type Asked = Pick<
  Shift,
  'startsAt' | 'endsAt' | 'category' | 'conditions' | 'cancelledAt' | 'terms'
>;

export type SignupVerdict =
  | { status: 'exists' | 'open' | 'confirm' }
  | { status: 'refused'; code: RefusalCode };

type Applicant = {
  record: ServiceRecord | undefined;
  profile: Profile | undefined;
  /** The risk notice the person agreed to. */
  terms: string;
};

/**
 * Whether a person may sign up, or confirm what they were asked. Outcomes are tried in the order written here; the
 * tests follow it. Their time and the last place are judged where they are reserved.
 */
export function judgeSignup(
  { record, profile, terms }: Applicant,
  shift: Asked,
  now: number,
): SignupVerdict {
  const asked = record?.state === 'asked';
  if (record && record.state !== 'withdrawn' && !asked) return { status: 'exists' };
  if (!profile) return refused('not_registered');
  if (shift.cancelledAt !== undefined) return refused('shift_cancelled');
  const unfit = judgeFitness(profile, shift);
  if (unfit) return refused(unfit);
  // A shift of before risk notices had names cannot say that its own has changed.
  if (shift.terms !== undefined && terms !== shift.terms) return refused('terms_changed');
  if (now >= shift.endsAt) return refused('shift_over');
  return { status: asked ? 'confirm' : 'open' };
}

const refused = (code: RefusalCode): SignupVerdict => ({ status: 'refused', code });

/** Why the shift does not take this person; undefined when it does. Age and trainings count on its day. */
export function judgeFitness(profile: Profile, shift: Asked): RefusalCode | undefined {
  const { conditions, startsAt } = shift;
  const minor = judgeMinor(profile, shift);
  if (minor) return minor;
  const age = ageAt(profile.birthMonth, startsAt);
  if (age < (conditions.minAge ?? 0)) return 'too_young';
  if (age > (conditions.maxAge ?? Number.POSITIVE_INFINITY)) return 'too_old';
  if (conditions.realName && profile.realNameLevel === 0) return 'real_name_needed';
  if (!conditions.skills?.every((skill) => profile.skills.includes(skill)) && conditions.skills) {
    return 'skill_needed';
  }
  const missing = conditions.trainings?.some((training) => !isTrained(profile, training, startsAt));
  return missing ? 'training_needed' : undefined;
}

type TrainingName = StoredProfile['trainings'][number]['training'];

const isTrained = ({ trainings: own }: Profile, training: TrainingName, at: number): boolean =>
  own.some((one) => one.training === training && one.endsAt > at);

/** What a shift asks of people, one line each, and whether this person has it. */
export function conditionsOf(shift: Asked, profile: Profile | undefined): Condition[] {
  const {
    minAge,
    maxAge,
    realName,
    skills: wanted = [],
    trainings: needed = [],
  } = shift.conditions;
  const age = profile && ageAt(profile.birthMonth, shift.startsAt);
  const minor = profile && judgeMinor(profile, shift);
  const lines: Condition[] = [];
  if (minor === 'not_for_minors') lines.push({ kind: 'age', text: '年满 18 岁', met: false });
  else if (minor) lines.push({ kind: 'guardian', text: '监护人已同意', met: false });
  if (minAge !== undefined || maxAge !== undefined) {
    const met = age !== undefined && age >= (minAge ?? 0) && age <= (maxAge ?? 200);
    lines.push({ kind: 'age', text: ageWord(minAge, maxAge), met });
  }
  if (realName)
    lines.push({ kind: 'real_name', text: '已实名', met: profile?.realNameLevel === 1 });
  for (const skill of wanted) {
    const met = profile?.skills.includes(skill) ?? false;
    lines.push({ kind: 'skill', text: `会${skills[skill]}`, met });
  }
  for (const training of needed) {
    const met = profile !== undefined && isTrained(profile, training, shift.startsAt);
    lines.push({ kind: 'training', text: `完成${trainings[training]}`, met });
  }
  return lines;
}

function ageWord(minAge: number | undefined, maxAge: number | undefined): string {
  if (minAge === undefined) return `${maxAge} 岁及以下`;
  return maxAge === undefined ? `${minAge} 岁及以上` : `${minAge} 至 ${maxAge} 岁`;
}

/** Nobody moves up in the last hour: a place found then could not be reached any more. */
export const waitingClosesMs = hourMs;
export const waitingMax = 200;
export const waitingClosesAt = ({ startsAt }: Pick<Shift, 'startsAt'>): number =>
  startsAt - waitingClosesMs;

/** Whether a person may queue for a place; `ahead`: how many wait already. */
export function judgeWaiting(
  shift: Pick<Shift, 'startsAt'>,
  ahead: number,
  now: number,
): RefusalCode | undefined {
  if (now >= waitingClosesAt(shift)) return 'waiting_closed';
  return ahead >= waitingMax ? 'waiting_full' : undefined;
}

const answerMs = 48 * hourMs;
const latestMs = 2 * hourMs;
const shortestMs = 30 * minuteMs;

/**
 * Until when a person may answer whether they come: two days, but no later than two hours before the start, so that
 * somebody else can still take the place; never less than half an hour, never after the start.
 */
export function answerUntil({ startsAt }: Pick<Shift, 'startsAt'>, now: number): number {
  const wanted = Math.min(now + answerMs, startsAt - latestMs);
  return Math.max(wanted, Math.min(now + shortestMs, startsAt));
}

/** The organiser is given so long to show a code before somebody else may. */
export const takeoverAfterMs = 10 * minuteMs;

type Standing = Pick<Shift, 'startsAt' | 'endsAt' | 'cancelledAt' | 'gates' | 'standIn'>;
type Stepping = { volunteerId: string; signedUp: boolean; isMember: boolean; isAdult: boolean };
export type TakeoverVerdict =
  | { status: 'exists' | 'taken' }
  | { status: 'refused'; code: RefusalCode };

/**
 * Whether somebody may stand in for an organiser who does not come: a grown member of the organisation who signed up
 * for this shift, from ten minutes after the start, while nobody shows codes. The first one does.
 */
export function judgeTakeover(shift: Standing, who: Stepping, now: number): TakeoverVerdict {
  const refuse = (code: RefusalCode): TakeoverVerdict => ({ status: 'refused', code });
  if (!who.signedUp) return refuse('not_signed_up');
  if (!who.isMember || !who.isAdult) return refuse('not_allowed');
  if (shift.standIn?.volunteerId === who.volunteerId) return { status: 'exists' };
  if (shift.cancelledAt !== undefined) return refuse('shift_cancelled');
  if (now < shift.startsAt + takeoverAfterMs) return refuse('takeover_too_early');
  if (now >= shift.endsAt) return refuse('shift_over');
  if (shift.standIn) return refuse('taken_over');
  if (Object.keys(shift.gates).length > 0) return refuse('organiser_present');
  return { status: 'taken' };
}
