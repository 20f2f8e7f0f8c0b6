import type { Request } from '#shared/api';
import type { Category, District, EmergencyRelation, Skill } from '#shared/vocabulary';
import type { ProfileInFull } from '#shared/volunteers';
import { wrongName } from '../register/form';

/** What is on the form. The contact's three fields are empty together when there is none. */
export type Form = {
  name: string;
  district: District;
  skills: Skill[];
  wishes: Category[];
  contactName: string;
  contactPhone: string;
  contactRelation: EmergencyRelation | '';
  contactAllowed: boolean;
};
export type Wrong = Partial<
  Record<'name' | 'contactName' | 'contactPhone' | 'contactRelation' | 'contactAllowed', string>
>;

export const formOf = (profile: ProfileInFull): Form => ({
  name: profile.name,
  district: profile.district,
  skills: profile.skills,
  wishes: profile.wishes,
  contactName: profile.emergencyContact?.name ?? '',
  contactPhone: profile.emergencyContact?.phoneNumber ?? '',
  contactRelation: profile.emergencyContact?.relation ?? '',
  contactAllowed: profile.emergencyAllowed,
});

const digitsOf = (typed: string): string => typed.replace(/[\s-]/g, '');

/** Whether anything of a contact was typed. */
const hasContact = ({ contactName, contactPhone }: Form): boolean =>
  contactName.trim() !== '' || digitsOf(contactPhone) !== '';

/** What is still wrong, field by field, as a sentence that says what to do. */
export function wrongIn(form: Form): Wrong {
  const wrong: Wrong = {};
  const badName = wrongName(form.name);
  if (badName) wrong.name = badName;
  if (!hasContact(form)) return wrong;
  const badContact = wrongName(form.contactName);
  if (badContact) wrong.contactName = badContact;
  if (!/^1[3-9]\d{9}$/.test(digitsOf(form.contactPhone))) {
    wrong.contactPhone = '请填写 11 位手机号';
  }
  if (form.contactRelation === '') wrong.contactRelation = '请选择关系';
  if (!form.contactAllowed) wrong.contactAllowed = '请先同意，再保存紧急联系人';
  return wrong;
}

/** The request for a form in which nothing is wrong. A contact that was emptied is removed. */
export function changeOf(form: Form, before: ProfileInFull): Request<'PUT /me'> {
  const { district, skills, wishes, contactRelation: relation } = form;
  const change = { name: form.name.trim(), district, skills, wishes };
  if (hasContact(form) && relation !== '') {
    const phoneNumber = digitsOf(form.contactPhone);
    return {
      ...change,
      emergencyContact: { name: form.contactName.trim(), phoneNumber, relation },
    };
  }
  return before.emergencyContact ? { ...change, emergencyContact: null } : change;
}
