import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import type { ScanReceipt } from '#shared/checkins';
import { serverNow } from '../../clock';
import { vibrate } from '../../device/vibrate';
import { go, goTab } from '../../go';
import { useOutcome } from '../../outbox';
import { usePerson } from '../../tokens';
import { Empty } from '../../ui/empty/empty';
import { Page } from '../../ui/page/page';
import { CheckedIn, CheckedOut } from './done';
import { Waiting } from './late';
import { Pending } from './pending';
import { RefusedScan } from './refused-scan';

/** A receipt that is looked at again says nothing to the hand. */
const freshMs = 10_000;
const confirmation = 'POST /claims/{claimId}/confirmation';

/** What became of one scan, as a whole page; it follows the scan until there is a durable answer. */
export default function ReceiptPage() {
  const { scanId = '', route = '' } = useRouter().params;
  const claimed = decodeURIComponent(route) === confirmation;
  const shown = useOutcome({ id: scanId, route: claimed ? confirmation : 'POST /checkins' });
  const signedIn = usePerson((it) => it.person !== undefined);
  const settledAt = shown && 'settledAt' in shown.entry ? shown.entry.settledAt : undefined;
  const outcome = shown?.outcome;
  const receipt = outcome?.status === 'done' ? (outcome.answer as ScanReceipt) : undefined;
  const isDone = receipt?.status === 'checked_in' || receipt?.status === 'checked_out';
  useEffect(() => {
    const isFresh = settledAt !== undefined && serverNow() - settledAt < freshMs;
    if (isDone && isFresh) vibrate();
  }, [isDone, settledAt]);

  return (
    <Page id='receipt' title='扫码结果'>
      {outcome === undefined && (
        <Empty
          title='这部手机上没有这次扫码'
          text={signedIn ? '可以在“我的服务”里查看签到记录。' : '请先登录，再到“我的服务”里查看。'}
          action={
            signedIn
              ? { text: '查看我的服务', onPress: () => go('/checkins/records/index') }
              : { text: '去登录', onPress: () => goTab('/tabs/me/index') }
          }
        />
      )}
      {outcome?.status === 'pending' && <Pending reason={outcome.reason} />}
      {outcome?.status === 'refused' && (
        <RefusedScan code={outcome.code} message={outcome.message} />
      )}
      {receipt && <Done receipt={receipt} />}
    </Page>
  );
}

function Done({ receipt }: { receipt: ScanReceipt }) {
  switch (receipt.status) {
    case 'checked_in':
      return <CheckedIn receipt={receipt} />;
    case 'checked_out':
      return <CheckedOut receipt={receipt} />;
    default:
      return <Waiting receipt={receipt} />;
  }
}
