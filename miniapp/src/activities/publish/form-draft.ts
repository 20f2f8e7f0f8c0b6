import type { ActivityShown, Conditions } from '#shared/activities';
import type { Draft } from '#shared/drafts';
import { gcj02 } from '#shared/place';
import { clockOf } from '#shared/time';
import type { Beneficiary, Category, District, Skill, Training } from '#shared/vocabulary';
import type { Form } from './form';
import { dayText, isInsured, spanOf } from './form';
import { repeatIn, ruleOf } from './repeat';

/** What is drafted, without the id of a request. */
export type Story = Omit<Draft, 'requestId' | 'organisationId'>;

/** The story of a form in which nothing is wrong. */
export function draftOf(form: Form): Story & { organisationId: string } {
  const { latitude, longitude } = form.position ?? { latitude: 0, longitude: 0 };
  const rule = ruleOf(form.repeat, { day: form.shifts[0]?.day ?? '', times: form.times });
  return {
    organisationId: form.organisationId,
    title: form.title.trim(),
    description: form.description.trim(),
    category: form.category as Category,
    beneficiary: form.beneficiary as Beneficiary,
    district: form.district as District,
    place: {
      name: form.placeName.trim(),
      address: form.address.trim(),
      latitude,
      longitude,
      radiusMeters: Number(form.radiusMeters),
    },
    ...(form.risks.trim() && { risks: form.risks.trim() }),
    contact: form.contact.trim(),
    conditions: conditionsOf(form),
    dangerous: form.dangerous === 'yes',
    ...(isInsured(form) && {
      insurance: {
        insurer: form.insurer.trim(),
        policyNumber: form.policyNumber.trim(),
        coverage: form.coverage.trim(),
      },
    }),
    shifts: form.shifts.map((shift) => ({ ...spanOf(shift), capacity: Number(shift.capacity) })),
    ...(rule !== undefined && { repeat: rule }),
  };
}

function conditionsOf({ minAge, maxAge, realName, skill, training }: Form): Conditions {
  return {
    ...(minAge && { minAge: Number(minAge) }),
    ...(maxAge && { maxAge: Number(maxAge) }),
    ...(realName === 'yes' && { realName: true }),
    ...(skill && { skills: [skill as Skill] }),
    ...(training && { trainings: [training as Training] }),
  };
}

/** A draft as it can be edited: of a rule's shifts, those that it repeats. */
export function formOf(activity: ActivityShown): Form {
  const { place, conditions, insurance, staff } = activity;
  const plans = staff?.plans ?? [];
  const { title, category, beneficiary, description, risks, contact, district } = activity;
  return {
    ...{ title, category, beneficiary, description, risks, contact, district },
    organisationId: activity.organisationId,
    placeName: place.name,
    address: place.address,
    position: gcj02(place.latitude, place.longitude),
    radiusMeters: String(place.radiusMeters),
    shifts: plans.slice(0, staff?.repeat?.of ?? plans.length).map((plan) => ({
      day: dayText(plan.startsAt),
      from: clockOf(plan.startsAt),
      until: clockOf(plan.endsAt),
      capacity: String(plan.capacity),
    })),
    ...(staff?.repeat ? repeatIn(staff.repeat.rule) : { repeat: 'none', times: '12' }),
    minAge: String(conditions.minAge ?? ''),
    maxAge: String(conditions.maxAge ?? ''),
    realName: conditions.realName ? 'yes' : 'no',
    skill: conditions.skills?.[0] ?? '',
    training: conditions.trainings?.[0] ?? '',
    dangerous: staff?.dangerous ? 'yes' : 'no',
    insurer: insurance?.insurer ?? '',
    policyNumber: insurance?.policyNumber ?? '',
    coverage: insurance?.coverage ?? '',
  };
}
