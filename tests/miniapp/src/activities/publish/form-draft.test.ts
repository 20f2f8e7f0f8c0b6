import type { ActivityShown } from '#shared/activities';
import { draftRoutes } from '#shared/drafts';
import { gcj02 } from '#shared/place';
import { emptyForm } from '../../../../../miniapp/src/activities/publish/form';
import { draftOf, formOf } from '../../../../../miniapp/src/activities/publish/form-draft';

const now = Date.UTC(2026, 10, 24, 5);
const whole = {
  ...emptyForm('370202', now),
  organisationId: '0123456789ab',
  title: ' 第一海水浴场净滩 ',
  category: 'environment',
  description: '捡拾海滩垃圾\n自带手套',
  risks: '礁石湿滑，请穿防滑鞋',
  contact: '陈静 13800000000',
  placeName: '第一海水浴场',
  address: '南海路 23 号',
  position: gcj02(36.0563, 120.3407),
};
const full = {
  ...whole,
  ...{ minAge: '16', maxAge: '60', realName: 'yes', skill: 'first_aid', training: 'basics' },
  ...{ dangerous: 'yes', insurer: '甲', policyNumber: '1', coverage: '意外' },
  repeat: 'month_end' as const,
};

test.each([
  ['the least', whole],
  ['everything', full],
  ['without risks', { ...whole, risks: '' }],
])('a form with %s → a request that the contract takes', (_name, form) => {
  const request = { ...draftOf(form), requestId: '0'.repeat(26) };
  expect(draftRoutes['POST /activities'].request.safeParse(request).error).toBeUndefined();
  expect(request.title).toBe('第一海水浴场净滩');
});

test('a draft that is edited → the same form, and of a rule only what it repeats', () => {
  const told = draftOf(full);
  const { shifts, repeat, organisationId, ...story } = told;
  const again = shifts.map((it) => ({ ...it, startsAt: it.startsAt + 1, endsAt: it.endsAt + 1 }));
  const shown = {
    ...story,
    organisationId,
    staff: { dangerous: true, plans: [...shifts, ...again], repeat: { rule: repeat, of: 1 } },
  } as unknown as ActivityShown;
  expect(draftOf(formOf(shown))).toEqual(told);
});
