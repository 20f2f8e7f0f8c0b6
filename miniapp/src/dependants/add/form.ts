import type { Request } from '#shared/api';
import type { Relation } from '#shared/dependants';
import type { District } from '#shared/vocabulary';
import { isMinor } from '../family-words';

/** What is on the form, as typed; the month as the chooser gives it: `2016-01`. */
export type Form = {
  relation: Relation | '';
  name: string;
  birthMonth: string;
  district: string;
  agreed: boolean;
};
export type Wrong = Partial<Record<keyof Form, string>>;

export const emptyForm: Form = {
  ...{ relation: '', name: '', birthMonth: '', district: '', agreed: false },
};

/** What is still wrong, field by field, as a sentence that says what to do. */
export function wrongIn(
  { relation, name, birthMonth, district, agreed }: Form,
  now: number,
): Wrong {
  const wrong: Wrong = {};
  if (relation === '') wrong.relation = '请选择与您的关系';
  if (name.trim() === '') wrong.name = '请填写姓名';
  if (birthMonth === '') wrong.birthMonth = '请选择出生年月';
  else if (relation !== '') {
    const minor = isMinor(birthMonth, now);
    if (minor && relation !== 'child') wrong.relation = '未满 18 岁请选择“孩子”';
    if (!minor && relation === 'child') wrong.relation = '年满 18 岁请选择“长辈”或“其他家人”';
  }
  if (district === '') wrong.district = '请选择所在区市';
  if (!agreed) wrong.agreed = '请先阅读并同意';
  return wrong;
}

/** The request for a form in which nothing is wrong. */
export function requestOf(
  { relation, name, birthMonth, district }: Form,
  more: Pick<Request<'POST /me/dependants'>, 'requestId' | 'consentVersion'>,
): Request<'POST /me/dependants'> {
  return {
    ...more,
    relation: relation as Relation,
    name: name.trim(),
    birthMonth: birthMonth.replace('-', ''),
    district: district as District,
  };
}
