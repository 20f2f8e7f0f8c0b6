import type { MinutesByGrade } from '#shared/hours';
import type { EntryGrade } from '#shared/hours.words';
import { entryGrades } from '#shared/hours.words';
import { minutesWord } from '../words';

const grades = Object.keys(entryGrades) as EntryGrade[];

/** 2 小时, or −2 小时 of an entry that takes out what another one put in. */
export const signedMinutesWord = (minutes: number): string =>
  minutes < 0 ? `−${minutesWord(-minutes)}` : minutesWord(minutes);

export const gradeWord = (grade: EntryGrade): string =>
  grade === 'imported' ? '转入' : `${grade} 级`;

export const sumOf = (minutes: MinutesByGrade): number =>
  grades.reduce((sum, grade) => sum + minutes[grade], 0);

/** A 级 2 小时 · E 级 30 分钟: what there is of each grade. */
export const gradesWord = (minutes: MinutesByGrade): string =>
  grades
    .filter((grade) => minutes[grade] !== 0)
    .map((grade) => `${gradeWord(grade)} ${signedMinutesWord(minutes[grade])}`)
    .join(' · ');

/** 2026年11月 */
export const monthWord = (month: string): string =>
  `${month.slice(0, 4)}年${Number(month.slice(4, 6))}月`;
