import type { PackRow, RulePack } from '#shared/rule-packs';
import type { PackStanding } from '#shared/rule-packs.words';
import { startOfDay } from '#shared/time';
import { districts } from '#shared/vocabulary';
import type { Tone } from '../ui/tag/tag';
import { dateWord, minutesWord } from '../words';

export const standingTones: Record<PackStanding, Tone> = {
  candidate: 'sun',
  coming: 'sea',
  in_force: 'leaf',
  superseded: 'plain',
};

const names: Record<string, string | undefined> = {
  '': '没有本地规则的地方',
  '3702': '青岛市',
  '50': '重庆市',
  '320582': '张家港市',
  ...districts,
};

/** Where a pack holds, by the district numbers that begin so. */
export const regionWord = (region: string): string =>
  names[region] ?? `区划代码 ${region} 开头的地区`;

/** 2027年1月1日 */
export const fullDateWord = (day: string): string =>
  `${day.slice(0, 4)}年${dateWord(startOfDay(day))}`;

/** 2016年5月13日起, or 2016年5月13日 至 2026年12月31日 */
export const validWord = ({ validFrom, validUntil }: Pick<PackRow, 'validFrom' | 'validUntil'>) =>
  validUntil === undefined
    ? `${fullDateWord(validFrom)}起`
    : `${fullDateWord(validFrom)} 至 ${fullDateWord(validUntil)}`;

type Example = PackRow['examples'][number];

/** 25 分钟计 0.5 小时 */
export const exampleWord = ({ servedMinutes, countedMinutes }: Example): string =>
  countedMinutes === 0
    ? `${servedMinutes} 分钟不计`
    : `${servedMinutes} 分钟计 ${countedMinutes % 30 === 0 ? `${countedMinutes / 60} 小时` : minutesWord(countedMinutes)}`;

/** 600 sixtieths of a point are ten points. */
export const rateWord = (perHour: number): string =>
  `每小时 ${Math.round((perHour / 60) * 100) / 100} 分`;

/** What a pack says besides how it rounds, one sentence each. */
export function rulesOf(pack: RulePack): string[] {
  const { rest, typedCap, recheck } = pack;
  const rested = `连续服务超过 ${minutesWord(rest.afterMinutes)}，至少扣除休息 ${rest.minutes} 分钟`;
  return [
    ...(pack.minimumMinutes > 0 ? [`一次服务不足 ${pack.minimumMinutes} 分钟不计`] : []),
    `每人每天最多计 ${minutesWord(pack.dailyMaxMinutes)}，连续七天最多计 ${minutesWord(pack.weeklyMaxMinutes)}`,
    ...(rest.minutes > 0 ? [rested] : []),
    `活动结束后 ${minutesWord(pack.graceMinutes)}内仍可签退，时长计到结束为止`,
    `结算后公示 ${pack.noticeDays} 天，${pack.appealDays} 天内可以申诉`,
    `补录每月不超过上月扫码时长的 ${typedCap.percent}%，至少可补 ${minutesWord(typedCap.floorMinutes)}`,
    ...(recheck.percent > 0
      ? [
          `约 ${recheck.percent}% 的场次会抽查在场，收到后 ${recheck.withinMinutes} 分钟内再扫一次码`,
        ]
      : []),
  ];
}
