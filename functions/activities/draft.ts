import type { ShiftPlan } from '#shared/activities';
import type { Input } from '#shared/api';
import type { RulePack } from '#shared/rule-packs';
import { dayOf, startOfDay } from '#shared/time';
import { agendaIndex } from '../indexes';
import type { Organisation } from '../organisations/organisation.rules';
import { shiftIdFor } from '../platform/ids';
import { packFor } from '../rule-packs/pack.rules';
import type { Activity } from './activity.rules';
import { conditionsFor } from './activity.rules';
import { listed } from './activity.table';
import { repeated } from './repeat';
import type { Shift } from './shift.rules';
import { shardsFor } from './shift.rules';
import { termsOf } from './terms';

/** What a request becomes, a draft and later its shifts. The seed drafts through the same code as an organiser. */
export type Draft = Input<'POST /activities'>;
export type Story = Omit<Draft, 'requestId' | 'organisationId'>;
type Frame = { activityId: string; organisation: Organisation; by: string; now: number };
/** `days`: those that the story's rule names, from `daysFrom`. */
type Days = { days?: readonly string[] | undefined };

export function draftOf(
  story: Story,
  { activityId, organisation, by, now, days }: Frame & Days,
): Activity {
  const { organisationId, name, path } = organisation;
  return listed({
    version: 1,
    activityId,
    organisationId,
    organisationName: name,
    path,
    ...toldIn(story, days),
    state: 'draft',
    shiftIds: [],
    draftedAt: now,
    draftedBy: by,
    writtenBy: [by],
  });
}

/** The draft with another story; the old one's rule and insurance do not stay behind. */
export function rewritten(
  { repeat: _repeat, insurance: _insurance, ...activity }: Activity,
  { story, by, days }: { story: Story; by: string } & Days,
): Activity {
  const writtenBy = [...new Set([...activity.writtenBy, by])];
  return { ...activity, ...toldIn(story, days), writtenBy };
}

function toldIn({ shifts, repeat, insurance, ...story }: Story, days: Days['days']) {
  const { title, description, category, beneficiary, district, place, contact } = story;
  return {
    ...{ title, description, category, beneficiary, district, place, contact },
    risks: story.risks ?? '',
    conditions: conditionsFor(category, story.conditions),
    dangerous: story.dangerous ?? false,
    ...(insurance && { insurance }),
    plans: plansOf(shifts, days),
    ...(repeat !== undefined && { repeat: { rule: repeat, of: shifts.length } }),
  };
}

/** In the order of their start; a rule's days count from the first shift's day. */
function plansOf(shifts: ShiftPlan[], days: Days['days']): ShiftPlan[] {
  const given = [...shifts].sort((a, b) => a.startsAt - b.startsAt);
  return days === undefined ? given : repeated(given, days);
}

/** The shifts of an activity that is published now, each with what a list and a scan need. `packs`: those in force. */
export const shiftsOf = (activity: Activity, packs: readonly RulePack[]): Shift[] =>
  activity.plans.map((plan, index) =>
    shiftOf(activity, { plan, packs, cause: ['shift', activity.activityId, String(index)] }),
  );

type Planned = { plan: ShiftPlan; packs: readonly RulePack[]; cause: [string, ...string[]] };

export function shiftOf(activity: Activity, { plan, packs, cause }: Planned): Shift {
  const { startsAt, endsAt, capacity } = plan;
  const { activityId, organisationId, organisationName, path, title, category, district } =
    activity;
  const { name: placeName, latitude, longitude, radiusMeters } = activity.place;
  const pack = packFor(packs, district, startsAt);
  const day = dayOf(startsAt);
  const shiftId = shiftIdFor(startOfDay(day), ...cause);
  return {
    version: 1,
    shiftId,
    ...{ activityId, organisationId, organisationName, path, title, category, district },
    conditions: activity.conditions,
    insured: activity.insurance !== undefined,
    terms: termsOf(activity),
    ...{ placeName, latitude, longitude, radiusMeters },
    ...{ startsAt, endsAt, capacity },
    shards: shardsFor(capacity),
    pack: { id: pack.id, version: pack.version },
    graceMinutes: pack.graceMinutes,
    gates: {},
    gx2pk: agendaIndex(district, day),
    gx2sk: `${startsAt}#${shiftId}`,
  };
}
