import type { ProfileInFull } from '#shared/volunteers';
import { changeOf, formOf, wrongIn } from '../../../../../miniapp/src/volunteers/profile/form';

const profile: ProfileInFull = {
  ...{ name: '王芳', district: '370202', birthMonth: '199903', maskedPhone: '156******77' },
  ...{ phoneVerified: false, registeredAt: 1, realNameLevel: 0, emergencyAllowed: false },
  ...{ skills: ['law'], wishes: [], trainings: [] },
};
const contact = { name: '李雷', phoneNumber: '13611112222', relation: 'friend' } as const;
const filled = {
  ...formOf(profile),
  ...{ contactName: ' 李雷 ', contactPhone: '136 1111-2222', contactRelation: 'friend' as const },
  contactAllowed: true,
};

test('nothing typed of a contact → nothing is asked for, and no contact is sent', () => {
  const form = formOf(profile);
  expect(wrongIn(form)).toEqual({});
  expect(changeOf(form, profile)).toEqual({
    ...{ name: '王芳', district: '370202', skills: ['law'], wishes: [] },
  });
});

test('a contact → whole or not at all, and only with consent', () => {
  expect(wrongIn({ ...formOf(profile), contactName: '李雷' })).toEqual({
    contactPhone: '请填写 11 位手机号',
    contactRelation: '请选择关系',
    contactAllowed: '请先同意，再保存紧急联系人',
  });
  expect(wrongIn({ ...filled, contactName: '' })).toEqual({ contactName: '请填写姓名' });
  expect(wrongIn(filled)).toEqual({});
  expect(changeOf(filled, profile)).toMatchObject({ emergencyContact: contact });
});

test('a contact that was there and is emptied → removed', () => {
  const before = { ...profile, emergencyAllowed: true, emergencyContact: contact };
  const emptied = { ...formOf(before), contactName: '', contactPhone: '' };
  expect(changeOf(emptied, before)).toMatchObject({ emergencyContact: null });
});

test('a name with digits → said in place', () => {
  expect(wrongIn({ ...formOf(profile), name: '王芳1' })).toHaveProperty('name');
});
