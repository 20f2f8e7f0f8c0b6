import type { Gcj02 } from '#shared/place';
import { dayMs, dayOf, minuteMs, startOfDay } from '#shared/time';
import type { Repeat } from './repeat';

/** One shift as typed: `2026-11-28`, `14:00`, `16:00`, `30`. An end before the start is on the next day. */
export type ShiftForm = { day: string; from: string; until: string; capacity: string };
export type Form = {
  organisationId: string;
  title: string;
  category: string;
  beneficiary: string;
  description: string;
  risks: string;
  contact: string;
  district: string;
  placeName: string;
  address: string;
  position?: Gcj02;
  radiusMeters: string;
  shifts: ShiftForm[];
  repeat: Repeat;
  /** `2` to `12`. */
  times: string;
  minAge: string;
  maxAge: string;
  realName: string;
  skill: string;
  training: string;
  dangerous: string;
  insurer: string;
  policyNumber: string;
  coverage: string;
};
/** What is wrong, by the id of the field on the page. */
export type Wrong = Record<string, string>;

/** All shifts are published at once; with large ones it is fewer, which the cloud says. */
export const maxShifts = 40;
const maxCapacity = 5_000;

/** `2026-11-28`, as the platform's date picker has it. */
export const dayText = (at: number): string =>
  dayOf(at).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

/** A form to begin with: one shift, tomorrow afternoon. `now` is the server's time in ms. */
export function emptyForm(district: string, now: number): Form {
  const tomorrow = dayText(now + dayMs);
  return {
    organisationId: '',
    title: '',
    category: '',
    beneficiary: 'public',
    description: '',
    risks: '',
    contact: '',
    district,
    placeName: '',
    address: '',
    radiusMeters: '200',
    shifts: [{ day: tomorrow, from: '14:00', until: '16:00', capacity: '20' }],
    ...{ repeat: 'none', times: '12', minAge: '', maxAge: '', realName: 'no', skill: '' },
    ...{ training: '', dangerous: 'no', insurer: '', policyNumber: '', coverage: '' },
  };
}

const required: [keyof Form, string, string][] = [
  ['organisationId', 'organisation', '请选择组织'],
  ['category', 'category', '请选择服务类别'],
  ['title', 'title', '请填写活动名称'],
  ['beneficiary', 'beneficiary', '请选择服务对象'],
  ['description', 'description', '请写明做什么、带什么'],
  ['contact', 'contact', '请填写现场联系人和电话'],
  ['district', 'district', '请选择区市'],
  ['placeName', 'place-name', '请填写地点名称'],
  ['address', 'address', '请填写详细地址'],
];

/** What the law wants before anybody is recruited; a draft may wait for it. */
const legal: [keyof Form, string, string][] = [
  ['risks', 'risks', '请写明风险和注意事项，没有风险也要写明'],
];
const insuring: [keyof Form, string, string][] = [
  ['insurer', 'insurer', '请填写保险公司'],
  ['policyNumber', 'policy-number', '请填写保单号'],
  ['coverage', 'coverage', '请写明保什么、保多少'],
];

/** Whether insurance must be there before it is handed in. */
export const mustInsure = ({ category, dangerous }: Pick<Form, 'category' | 'dangerous'>) =>
  category === 'emergency' || dangerous === 'yes';

export const isInsured = (form: Form): boolean =>
  insuring.some(([field]) => String(form[field]).trim() !== '');

type Asked = { now: number; handingIn: boolean };

/** What is still wrong on the form, from top to bottom; empty when it can be kept, or handed in. */
export function wrongIn(form: Form, { now, handingIn }: Asked): Wrong {
  const wrong: Wrong = {};
  const insured = (handingIn && mustInsure(form)) || isInsured(form);
  const demand = (needed: typeof required) => {
    for (const [field, id, sentence] of needed) {
      if (!String(form[field] ?? '').trim()) wrong[id] = sentence;
    }
  };
  demand(required);
  if (!form.position) wrong.position = '请用现在的位置，或选择一个站点';
  form.shifts.forEach((shift, index) => {
    const sentence = wrongInShift(shift, now);
    if (sentence) wrong[`shift-${index}`] = sentence;
  });
  if (form.minAge && form.maxAge && Number(form.minAge) > Number(form.maxAge)) {
    wrong['max-age'] = '最大年龄要不小于最小年龄';
  }
  demand([...(handingIn ? legal : []), ...(insured ? insuring : [])]);
  return wrong;
}

function wrongInShift(shift: ShiftForm, now: number): string | undefined {
  const { startsAt, endsAt } = spanOf(shift);
  if (!Number.isFinite(startsAt) || !Number.isFinite(endsAt)) return '请选择日期和起止时间';
  if (endsAt <= now) return '结束时间已过，请选择以后的时间';
  const capacity = Number(shift.capacity);
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > maxCapacity) {
    return `人数请填 1 到 ${maxCapacity}`;
  }
  return undefined;
}

/** Start and end of a shift in ms; NaN where something is missing. */
export function spanOf({ day, from, until }: ShiftForm): { startsAt: number; endsAt: number } {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day);
  const midnight = isDay ? startOfDay(day.replace(/-/g, '')) : Number.NaN;
  const startsAt = midnight + minutesOf(from) * minuteMs;
  const sameDay = midnight + minutesOf(until) * minuteMs;
  return { startsAt, endsAt: sameDay > startsAt ? sameDay : sameDay + dayMs };
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? Number.NaN) * 60 + (minutes ?? Number.NaN);
}
