import type { CertificateCard } from '#shared/certificates';
import { minutesWord } from '../words';

/** 2026年11月24日 */
export const dayText = (day: string): string =>
  `${day.slice(0, 4)}年${Number(day.slice(4, 6))}月${Number(day.slice(6, 8))}日`;

export const periodText = ({ from, until }: { from: string; until: string }): string =>
  `${dayText(from)}—${dayText(until)}`;

/** Minutes of all grades of ours; imported ones are no part of the sum. */
export function sumOf({ A, B, C, D, E }: CertificateCard['minutes']): number {
  return A + B + C + D + E;
}

/** A 级 2 小时、C 级 30 分钟, and what was brought from elsewhere apart. */
export function gradesText(minutes: CertificateCard['minutes']): string {
  const { imported, ...own } = minutes;
  const graded = Object.entries(own)
    .filter(([, one]) => one > 0)
    .map(([grade, one]) => `${grade} 级 ${minutesWord(one)}`);
  if (imported > 0) graded.push(`外部转入 ${minutesWord(imported)}（不计入合计）`);
  return graded.join('、');
}
