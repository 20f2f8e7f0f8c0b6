import type { ScanReceipt } from '#shared/checkins';
import type { RecordRow } from '#shared/hours';
import { serverNow } from '../../clock';
import { go, goTab } from '../../go';
import { Result } from '../../ui/result/result';
import { useRoute } from '../../use-route';
import { minutesWord, momentWord, spanWord } from '../../words';
import { doubtRows } from './why';

const home = { id: 'receipt-home', text: '回首页', onPress: () => goTab('/tabs/home/index') };
const records = {
  id: 'receipt-records',
  text: '查看我的服务',
  onPress: () => go('/checkins/records/index'),
};
const scan = { id: 'receipt-scan', text: '去扫码', onPress: () => goTab('/tabs/scan/index') };

/**
 * A scan that waits for an organiser's word, and what became of it since: the receipt is from when it was sent, and the
 * record may have gone on.
 */
export function Waiting({ receipt }: { receipt: ScanReceipt }) {
  const answer = useRoute('GET /me/records', {});
  const known = 'data' in answer ? answer.data.records : [];
  const record = known.find(({ shiftId }) => shiftId === receipt.shiftId);
  if (record?.state === 'credited') return <Confirmed receipt={receipt} record={record} />;
  if (record?.state === 'declined' || receipt.status === 'declined') {
    return <Declined receipt={receipt} />;
  }
  return <Late receipt={receipt} outAt={record?.outAt ?? receipt.outAt} />;
}

function Late({ receipt, outAt }: { receipt: ScanReceipt; outAt: number | undefined }) {
  const { inAt } = receipt;
  const isOver = serverNow() > receipt.endsAt;
  const leaves = outAt === undefined && !isOver;
  return (
    <Result
      id='receipt-late'
      tone='waiting'
      headline='待组织者确认'
      text={`${reasonOf(receipt)}扫码的时间已经记下，组织者确认后才计入时长，请不用重复扫。${
        leaves ? '离开时请再扫现场的签退码。' : ''
      }`}
      rows={[
        ...(inAt === undefined ? [] : [{ label: '签到', value: momentWord(inAt, receipt.now) }]),
        ...(outAt === undefined ? [] : [{ label: '签退', value: momentWord(outAt, receipt.now) }]),
        ...factsOf(receipt),
        ...doubtRows(receipt),
      ]}
      actions={leaves ? [scan, home] : [records, home]}
    />
  );
}

const reasonOf = ({ doubts }: ScanReceipt): string =>
  doubts.includes('late_upload') ? '这次扫码没有当场上传。' : '这次服务需要组织者核实。';

function Confirmed({ receipt, record }: { receipt: ScanReceipt; record: RecordRow }) {
  const { creditedMinutes = 0 } = record;
  return (
    <Result
      id='receipt-confirmed'
      tone='done'
      headline='组织者已确认'
      text={`谢谢您！本次记入 ${minutesWord(creditedMinutes)}。`}
      rows={factsOf(receipt)}
      actions={[records, home]}
    />
  );
}

function Declined({ receipt }: { receipt: ScanReceipt }) {
  return (
    <Result
      id='receipt-declined'
      tone='refused'
      headline='组织者未予确认'
      text='这次服务没有计入时长。如果您确实到场，请联系组织者。'
      rows={factsOf(receipt)}
      actions={[records, home]}
    />
  );
}

const factsOf = (receipt: ScanReceipt) => [
  { label: '活动', value: receipt.title },
  { label: '地点', value: receipt.placeName },
  { label: '活动时间', value: spanWord(receipt, receipt.now) },
];
