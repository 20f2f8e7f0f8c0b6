import type { ScanReceipt } from '#shared/checkins';
import { clockOf } from '#shared/time';
import { go, goTab } from '../../go';
import { Result } from '../../ui/result/result';
import { minutesWord, momentWord, pointsWord, spanWord } from '../../words';
import { doubtRows, gradeRows } from './why';

const home = { id: 'receipt-home', text: '回首页', onPress: () => goTab('/tabs/home/index') };
const activityOf = ({ activityId }: ScanReceipt) => ({
  id: 'receipt-activity',
  text: '查看活动',
  onPress: () => go('/activities/show/index', { activityId }),
});

/** Checked in: when, where, what, and that the way out must be scanned as well. */
export function CheckedIn({ receipt }: { receipt: ScanReceipt }) {
  const { title, placeName, now, inAt = now, walkIn } = receipt;
  const early = inAt < receipt.startsAt;
  return (
    <Result
      id='receipt-in'
      tone='done'
      headline='签到成功'
      text={`离开时请再扫现场的签退码。${
        early ? `工时从 ${clockOf(receipt.startsAt)} 活动开始算起。` : '工时从现在算起。'
      }`}
      rows={[
        { label: '签到时间', value: momentWord(inAt, now) },
        { label: '活动', value: title },
        { label: '地点', value: placeName },
        { label: '活动时间', value: spanWord(receipt, now) },
        ...(walkIn ? [{ label: '报名', value: '已为您现场报名' }] : []),
      ]}
      actions={[home, activityOf(receipt)]}
    />
  );
}

/** Checked out: the minutes, how they came about, the points, and what stands behind them. */
export function CheckedOut({ receipt }: { receipt: ScanReceipt }) {
  const { title, placeName, now, inAt = now, outAt = inAt } = receipt;
  const { rawMinutes = 0, creditedMinutes = 0, points = 0 } = receipt;
  return (
    <Result
      id='receipt-out'
      tone='done'
      headline='签退成功'
      text={`谢谢您！本次记入 ${minutesWord(creditedMinutes)}、${pointsWord(points)}。`}
      rows={[
        { label: '签到', value: momentWord(inAt, now) },
        { label: '签退', value: momentWord(outAt, now) },
        { label: '在活动时间内', value: minutesWord(rawMinutes) },
        { label: '记入工时', value: minutesWord(creditedMinutes) },
        { label: '获得积分', value: pointsWord(points) },
        ...gradeRows(receipt),
        ...doubtRows(receipt),
        { label: '活动', value: title },
        { label: '地点', value: placeName },
      ]}
      actions={[
        {
          id: 'receipt-hours',
          text: '查看我的工时',
          onPress: () => go('/checkins/hours/index'),
        },
        home,
      ]}
    />
  );
}
