import { registration } from '#shared/volunteers';
import {
  emptyForm,
  registrationOf,
  stageOf,
  wrongIn,
} from '../../../../../miniapp/src/volunteers/register/form';

const now = Date.parse('2026-11-24T06:00:00Z');
const whole = {
  name: ' 王芳 ',
  district: '370202',
  birthMonth: '1999-07',
  phoneNumber: '138 0000-0000',
  guardianPhone: '',
  consent: true,
};

test('an empty form → each field says what to do', () => {
  expect(Object.keys(wrongIn(emptyForm, now)).sort()).toEqual(
    ['birthMonth', 'consent', 'district', 'name', 'phone'].sort(),
  );
});

test('a whole form → a request that the contract takes', () => {
  expect(wrongIn(whole, now)).toEqual({});
  const request = registrationOf(whole, now);
  expect(request).toEqual({
    name: '王芳',
    district: '370202',
    birthMonth: '199907',
    phoneNumber: '13800000000',
    consent: true,
  });
  expect(registration.safeParse(request).success).toBe(true);
});

test('the number comes from WeChat → its code goes instead of the number', () => {
  const form = { ...whole, phoneNumber: '', phoneCode: 'from-wechat' };
  expect(wrongIn(form, now)).toEqual({});
  expect(registration.safeParse(registrationOf(form, now)).success).toBe(true);
  expect(registrationOf(form, now)).not.toHaveProperty('phoneNumber');
});

test.each([
  ['phoneNumber', '12345', 'phone'],
  ['phoneNumber', '23800000000', 'phone'],
  ['birthMonth', '1999-13', 'birthMonth'],
  ['name', '名'.repeat(21), 'name'],
  ['name', '   ', 'name'],
])('%s = %s → wrong', (field, value, where) => {
  expect(Object.keys(wrongIn({ ...whole, [field]: value }, now))).toEqual([where]);
});

test('no consent → nothing else is enough', () => {
  expect(Object.keys(wrongIn({ ...whole, consent: false }, now))).toEqual(['consent']);
});

test.each([
  ['not chosen yet', '', 'grown'],
  ['18 since last month', '2008-10', 'grown'],
  ['17', '2008-11', 'teen'],
  ['14 since last month', '2012-10', 'teen'],
  ['13', '2012-11', 'child'],
  ['ten', '2016-01', 'child'],
] as const)('born %s → %s', (_name, birthMonth, stage) => {
  expect(stageOf(birthMonth, now)).toBe(stage);
});

test('from 14 to 17 a guardian’s number is asked for and sent; for nobody else it is', () => {
  const teen = { ...whole, birthMonth: '2011-01' };
  expect(wrongIn(teen, now)).toEqual({ guardianPhone: '请填写监护人的 11 位手机号' });
  const told = { ...teen, guardianPhone: '139 0000-0001' };
  expect(wrongIn(told, now)).toEqual({});
  expect(registrationOf(told, now)).toMatchObject({ guardianPhone: '13900000001' });
  const grown = { ...told, birthMonth: '1999-07' };
  expect(registrationOf(grown, now)).not.toHaveProperty('guardianPhone');
});
