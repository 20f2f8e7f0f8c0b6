import type { Request } from '#shared/api';
import { monthOf } from '#shared/time';
import type { District } from '#shared/vocabulary';

/** What is on the form, as typed. */
export type Form = {
  name: string;
  district: string;
  /** `1999-07`, as the month chooser gives it. */
  birthMonth: string;
  phoneNumber: string;
  /** WeChat's one-time code, when the person let WeChat give the number. */
  phoneCode?: string | undefined;
  /** From 14 to 17: whom the city tells. */
  guardianPhone: string;
  consent: boolean;
};
export type Wrong = Partial<
  Record<'name' | 'district' | 'birthMonth' | 'phone' | 'guardianPhone' | 'consent', string>
>;

export const emptyForm: Form = {
  name: '',
  district: '',
  birthMonth: '',
  phoneNumber: '',
  guardianPhone: '',
  consent: false,
};

/** What is wrong with a name, as a sentence: what people mistype. The server knows every letter and decides. */
export function wrongName(typed: string): string | undefined {
  const name = typed.trim();
  if (!name) return '请填写姓名';
  if (name.length > 20) return '姓名最多 20 个字';
  if (/[0-9<>/\\#@$%^&*_=+{}[\]|~`"!?;:,，。！？；：]/.test(name))
    return '姓名里只填文字，不要数字和符号';
  return undefined;
}

const digitsOf = (typed: string): string => typed.replace(/[\s-]/g, '');
const isMobile = (typed: string): boolean => /^1[3-9]\d{9}$/.test(digitsOf(typed));

/** Whether a guardian consents (under 14), is told (to 17), or nobody is asked. Counts as the cloud does. */
export function stageOf(birthMonth: string, now: number): 'child' | 'teen' | 'grown' {
  const born = Number(birthMonth.replace('-', ''));
  const months = Number(monthOf(now)) - born;
  if (birthMonth === '' || months > 1_800) return 'grown';
  return months > 1_400 ? 'teen' : 'child';
}

/** What is still wrong, field by field, as a sentence that says what to do. */
export function wrongIn(form: Form, now: number): Wrong {
  const wrong: Wrong = {};
  const name = wrongName(form.name);
  if (name) wrong.name = name;
  if (!form.phoneCode && !isMobile(form.phoneNumber)) {
    wrong.phone = '请填写 11 位手机号';
  }
  if (!form.district) wrong.district = '请选择所在区市';
  if (!/^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(form.birthMonth)) wrong.birthMonth = '请选择出生年月';
  if (stageOf(form.birthMonth, now) === 'teen' && !isMobile(form.guardianPhone)) {
    wrong.guardianPhone = '请填写监护人的 11 位手机号';
  }
  if (!form.consent) wrong.consent = '请先阅读并同意隐私说明';
  return wrong;
}

/** The request for a form in which nothing is wrong. */
export function registrationOf(form: Form, now: number): Request<'POST /me'> {
  const phone = form.phoneCode
    ? { phoneCode: form.phoneCode }
    : { phoneNumber: digitsOf(form.phoneNumber) };
  return {
    name: form.name.trim(),
    district: form.district as District,
    birthMonth: form.birthMonth.replace('-', ''),
    consent: true,
    ...phone,
    ...(stageOf(form.birthMonth, now) === 'teen' && {
      guardianPhone: digitsOf(form.guardianPhone),
    }),
  };
}
