import { dayMs, dayOf, hourMs, startOfDay } from '#shared/time';
import { activityAt, listed } from '../../functions/activities/activity.table';
import type { Story } from '../../functions/activities/draft';
import { draftOf } from '../../functions/activities/draft';
import { queued } from '../../functions/activities/review.table';
import { daysOf } from '../../functions/activities/rule-days.part';
import { organisationAt } from '../../functions/organisations/organisation.table';
import { idFor } from '../../functions/platform/ids';
import { beachTeam, volunteerIdOf } from './people';
import { at as rowAt } from './random';
import type { World } from './world';

/** What the organiser of the demo has not published yet: a draft, one that was sent back, one in review, one dropped. */
export function addDrafts(world: World, now: number): void {
  const day = startOfDay(dayOf(now));
  const at = (days: number, hour: number, lastsHours: number) => ({
    startsAt: day + days * dayMs + hour * hourMs,
    endsAt: day + days * dayMs + (hour + lastsHours) * hourMs,
  });
  const beach = { ...story, shifts: [{ ...at(9, 9, 2), capacity: 30 }] };
  put(world, {
    key: 'draft',
    told: { ...beach, risks: undefined, title: '冬季净滩（草稿）' },
    now,
  });

  const sentBack = { ...beach, title: '潮间带垃圾调查' };
  const returned = {
    by: volunteerIdOf('approver'),
    at: now - 3 * hourMs,
    reason: '请写明退潮时间和集合点，带队人数至少 2 名',
  };
  put(world, { key: 'returned', told: sentBack, now, more: { returned, version: 3 } });

  const monthly = {
    ...beach,
    title: '党员奉献日·净滩',
    repeat: 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=6',
    conditions: { minAge: 16 },
    insurance: {
      insurer: '某财产保险公司（演示）',
      policyNumber: 'YS-2026-0001',
      coverage: '意外伤害 20 万元，医疗 2 万元',
    },
  };
  const submitted = {
    state: 'in_review',
    version: 2,
    submittedAt: now - 5 * hourMs,
    submittedBy: volunteerIdOf('organiser'),
  } as const;
  const waiting = put(world, { key: 'in review', told: monthly, now, more: submitted });
  world.take(queued(waiting, submitted.submittedAt));

  const dropped = { ...beach, title: '夜间赶海清洁' };
  const off = { state: 'cancelled', version: 2, cancelledAt: now - dayMs } as const;
  put(world, { key: 'dropped', told: dropped, now, more: off });
}

const story = {
  title: '净滩',
  description: '清理沙滩上的塑料和烟头，分类称重记录。\n集合：提前 15 分钟在浴场东侧更衣室。',
  category: 'environment',
  beneficiary: 'public',
  district: '370202',
  place: {
    ...{ name: '第三海水浴场', address: '太平角东侧' },
    ...{ latitude: 36.052, longitude: 120.3655, radiusMeters: 300 },
  },
  risks: '礁石湿滑，请穿防滑鞋；风浪大时立即撤离。',
  contact: '陈静（演示）0532-55509001',
} as const;

type Draft = {
  key: string;
  told: Story;
  now: number;
  more?: Partial<ReturnType<typeof draftOf>>;
};

function put(world: World, { key, told, now, more = {} }: Draft) {
  const organisation = world.get(organisationAt(beachTeam));
  if (!organisation) throw new Error('the beach team is missing');
  const activityId = idFor('seed draft', key);
  const by = volunteerIdOf('organiser');
  const { repeat, shifts } = told;
  const days = repeat ? daysOf(repeat, dayOf(rowAt(shifts, 0).startsAt)) : undefined;
  const made = draftOf(told, { activityId, organisation, by, now: now - dayMs, days });
  const activity = listed({ ...made, ...more });
  world.put(activityAt(activityId), activity);
  return activity;
}
