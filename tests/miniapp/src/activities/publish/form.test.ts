import { gcj02 } from '#shared/place';
import { emptyForm, spanOf, wrongIn } from '../../../../../miniapp/src/activities/publish/form';

const now = Date.UTC(2026, 10, 24, 5);
const handingIn = { now, handingIn: true };
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

test('an empty form → every field says what to do', () => {
  const wrong = wrongIn(emptyForm('370202', now), handingIn);
  expect(Object.keys(wrong).sort()).toEqual(
    [
      'address',
      'category',
      'contact',
      'description',
      'organisation',
      'place-name',
      'position',
      'risks',
      'title',
    ].sort(),
  );
});

test('a whole form → nothing is wrong; a draft may wait for its risks', () => {
  expect(wrongIn(whole, handingIn)).toEqual({});
  const unsafe = { ...whole, risks: ' ' };
  expect(Object.keys(wrongIn(unsafe, handingIn))).toEqual(['risks']);
  expect(wrongIn(unsafe, { now, handingIn: false })).toEqual({});
});

test.each([
  ['dangerous', { dangerous: 'yes' }, ['coverage', 'insurer', 'policy-number']],
  ['rescue work', { category: 'emergency' }, ['coverage', 'insurer', 'policy-number']],
  ['half an insurance', { insurer: '甲' }, ['coverage', 'policy-number']],
  ['no age left', { minAge: '30', maxAge: '20' }, ['max-age']],
])('handing in with %s → what is missing', (_name, part, ids) => {
  expect(Object.keys(wrongIn({ ...whole, ...part }, handingIn)).sort()).toEqual(ids);
});

test('a shift → Shanghai’s hours; an end before the start is on the next day', () => {
  const shift = { day: '2026-11-28', from: '14:00', until: '16:30', capacity: '20' };
  expect(spanOf(shift)).toEqual({
    startsAt: Date.UTC(2026, 10, 28, 6),
    endsAt: Date.UTC(2026, 10, 28, 8, 30),
  });
  expect(spanOf({ ...shift, from: '22:00', until: '02:00' })).toEqual({
    startsAt: Date.UTC(2026, 10, 28, 14),
    endsAt: Date.UTC(2026, 10, 28, 18),
  });
});

test.each([
  ['no day', { day: '' }, '请选择日期和起止时间'],
  ['no time', { from: '' }, '请选择日期和起止时间'],
  ['over already', { day: '2026-11-23' }, '结束时间已过，请选择以后的时间'],
  ['nobody', { capacity: '0' }, '人数请填 1 到 5000'],
  ['not a number', { capacity: '' }, '人数请填 1 到 5000'],
  ['too many', { capacity: '5001' }, '人数请填 1 到 5000'],
])('a shift with %s → %s', (_, part, sentence) => {
  const first = whole.shifts[0];
  if (!first) throw new Error('no shift');
  expect(wrongIn({ ...whole, shifts: [first, { ...first, ...part }] }, handingIn)).toEqual({
    'shift-1': sentence,
  });
});
