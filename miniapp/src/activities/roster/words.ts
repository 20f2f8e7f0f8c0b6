import type { RosterRow } from '#shared/activities';
import { clockOf } from '#shared/time';
import { absenceReasons } from '#shared/vocabulary';
import { minutesWord } from '../../words';

/** How far somebody has come, on one line. */
export function noteOf(row: RosterRow): string {
  const { inAt, outAt, creditedMinutes, walkIn, absence, grade } = row;
  const { lateMinutes, earlyMinutes, breakMinutes, onBreak } = row;
  return [
    walkIn ? '现场报名' : '',
    absence === undefined ? '' : absenceReasons[absence],
    inAt === undefined ? '' : `${clockOf(inAt)} 签到`,
    lateMinutes === undefined ? '' : `晚到 ${minutesWord(lateMinutes)}`,
    onBreak ? '休息中' : '',
    breakMinutes === undefined ? '' : `休息 ${minutesWord(breakMinutes)}`,
    outAt === undefined ? '' : `${clockOf(outAt)} 签退`,
    earlyMinutes === undefined ? '' : `早走 ${minutesWord(earlyMinutes)}`,
    creditedMinutes === undefined ? '' : `计 ${minutesWord(creditedMinutes)}`,
    grade === undefined || grade === 'imported' ? '' : `${grade} 级`,
  ]
    .filter(Boolean)
    .join(' · ');
}
