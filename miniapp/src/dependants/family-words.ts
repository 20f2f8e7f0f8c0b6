import type { ConsentState, ReadingKind, Relation } from '#shared/dependants';
import { monthOf } from '#shared/time';
import type { Tone } from '../ui/tag/tag';

/** How the words of a family are said on all of its pages. */
export const relationWords: Record<Relation, string> = {
  child: '孩子',
  elder: '长辈',
  other: '其他家人',
};

export const consentWords: Record<ConsentState, string> = {
  not_needed: '无需监护人同意',
  needed: '待监护人同意',
  given: '监护人已同意',
  withdrawn: '监护人已撤回同意',
};
export const consentTones: Record<ConsentState, Tone> = {
  not_needed: 'plain',
  needed: 'sun',
  given: 'leaf',
  withdrawn: 'sun',
};

export const readingWords: Record<ReadingKind, string> = {
  roster: '活动名单',
  members: '成员名单',
  desk: '服务台',
};

/** ABCD 2345: four and four are read out without losing the place. */
export const codeWord = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** What was typed as the cloud takes it: without spaces, in capitals; undefined when it cannot be a code. */
export function typedCode(typed: string): string | undefined {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  return /^[2-9A-HJKMNP-TV-Z]{8}$/.test(code) ? code : undefined;
}

/** Whether somebody born in a month (`2016-01` or `201601`) is not grown yet. As the cloud counts: from the month after. */
export function isMinor(birthMonth: string, now: number): boolean {
  const born = Number(birthMonth.replace('-', ''));
  return Number(monthOf(now)) - born <= 1_800;
}
