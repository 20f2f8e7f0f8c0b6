import type { HoursRow, RecordInFull, ShownEnd } from '#shared/hours';
import { clockOf } from '#shared/time';
import { distanceWord, minutesWord, momentWord, pointsWord } from '../../words';
import { packWord } from '../pack-word';

type Row = { label: string; value: string };

const ways: Record<ShownEnd['by'], string> = {
  token: '扫现场的码',
  digits: '输入数字码',
  claim: '首次扫码后登记',
  browser_claim: '在浏览器里扫码后登记',
  countersign: '组织者扫您的码',
  card: '组织者扫志愿者卡',
  joint: '在场的人共同声明',
  confirmed: '组织者说明时间',
};

/** 今天 14:02，扫现场的码，离活动地点约 20 米 */
export function endWord(end: ShownEnd, now: number): string {
  const { at, by, vouched, late, metersAway } = end;
  return [
    momentWord(at, now),
    ways[by],
    ...(vouched && by !== 'countersign' ? ['组织者当面确认过'] : []),
    ...(late ? ['没有立即上传'] : []),
    ...(metersAway === undefined ? [] : [`离活动地点约 ${distanceWord(metersAway)}`]),
  ].join('，');
}

/** Both ends, and what lay between them. */
export function timeRows(record: RecordInFull, now: number): Row[] {
  const { breaks, extendedTo } = record;
  return [
    { label: '签到', value: record.in ? endWord(record.in, now) : '没有记录' },
    { label: '签退', value: record.out ? endWord(record.out, now) : '没有记录' },
    ...breaks.map(({ from, until }) => ({
      label: '中途离开',
      value: `${clockOf(from)}–${until === undefined ? '未返回' : clockOf(until)}`,
    })),
    ...(extendedTo === undefined ? [] : [{ label: '现场延长到', value: clockOf(extendedTo) }]),
  ];
}

/** 原始 1 小时 35 分 → 2 小时，按青岛规则第 1 版 */
export const roundingWord = ({ rawMinutes, creditedMinutes, pack }: HoursRow): string =>
  `原始 ${minutesWord(rawMinutes)} → ${minutesWord(creditedMinutes)}，按${packWord(pack)}`;

/** What was counted, by which rules, and what it earned. */
export function countRows({ entry, points, pointsWait }: RecordInFull): Row[] {
  if (!entry) return [];
  return [
    { label: '怎么算的', value: roundingWord(entry) },
    {
      label: '积分',
      value: pointsWait ? '公示期满后发放' : pointsWord(points ?? 0),
    },
  ];
}
