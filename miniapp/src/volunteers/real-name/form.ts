import { wrongName } from '../register/form';

export type Form = { name: string; number: string; agreed: boolean };
export type Wrong = Partial<Record<'name' | 'number' | 'agreed', string>>;

/** A number as it is sent: what people put between the digits is left out. */
export const tidied = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase();

/** What is still wrong, as a sentence that says what to do. Whether a number exists, the server and WeChat say. */
export function wrongIn({ name, number, agreed }: Form): Wrong {
  const wrong: Wrong = {};
  const badName = wrongName(name);
  if (badName) wrong.name = badName;
  if (!/^\d{17}[\dX]$/.test(tidied(number))) wrong.number = '请填写 18 位身份证号，末位可以是 X';
  if (!agreed) wrong.agreed = '请先阅读并同意';
  return wrong;
}
