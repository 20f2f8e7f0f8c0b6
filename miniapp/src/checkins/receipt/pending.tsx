import { useState } from 'react';
import { goTab } from '../../go';
import { sendAll } from '../../outbox';
import { Result } from '../../ui/result/result';

/** Kept on the phone and not answered yet: it never says that somebody is checked in. */
export function Pending({ reason }: { reason: string }) {
  const [busy, setBusy] = useState(false);
  const again = async () => {
    setBusy(true);
    await sendAll();
    setBusy(false);
  };
  return (
    <Result
      id='receipt-pending'
      tone='waiting'
      headline='待同步'
      text={`这次扫码已保存在本机，还没有生效。${reason}。如果没能当场提交，会转给组织者确认，时间按扫码那一刻算。最晚请在活动结束后 24 小时内联网。`}
      actions={[
        {
          id: 'receipt-again',
          text: busy ? '正在提交…' : '现在重试',
          onPress: () => {
            if (!busy) void again();
          },
        },
        { id: 'receipt-home', text: '回首页', onPress: () => goTab('/tabs/home/index') },
      ]}
    />
  );
}
