import { registration } from '#shared/volunteers';
import {
  emptyForm,
  registrationOf,
  wrongIn,
} from '../../../../../miniapp/src/volunteers/register/form';

const whole = {
  name: ' 王芳 ',
  district: '370202',
  birthMonth: '1999-07',
  phoneNumber: '138 0000-0000',
  consent: true,
};

test('an empty form → each field says what to do', () => {
  expect(Object.keys(wrongIn(emptyForm)).sort()).toEqual(
    ['birthMonth', 'consent', 'district', 'name', 'phone'].sort(),
  );
});

test('a whole form → a request that the contract takes', () => {
  expect(wrongIn(whole)).toEqual({});
  const request = registrationOf(whole);
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
  expect(wrongIn(form)).toEqual({});
  expect(registration.safeParse(registrationOf(form)).success).toBe(true);
  expect(registrationOf(form)).not.toHaveProperty('phoneNumber');
});

test.each([
  ['phoneNumber', '12345', 'phone'],
  ['phoneNumber', '23800000000', 'phone'],
  ['birthMonth', '1999-13', 'birthMonth'],
  ['name', '名'.repeat(21), 'name'],
  ['name', '   ', 'name'],
])('%s = %s → wrong', (field, value, where) => {
  expect(Object.keys(wrongIn({ ...whole, [field]: value }))).toEqual([where]);
});

test('no consent → nothing else is enough', () => {
  expect(Object.keys(wrongIn({ ...whole, consent: false }))).toEqual(['consent']);
});
