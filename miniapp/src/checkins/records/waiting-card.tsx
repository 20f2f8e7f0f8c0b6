import { useState } from 'react';
import { serverNow } from '../../clock';
import { go } from '../../go';
import type { Queued, QueuedRoute } from '../../outbox';
import { sendAll, useOutbox } from '../../outbox';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { Tag } from '../../ui/tag/tag';
import { momentWord } from '../../words';

const names: Record<QueuedRoute, string> = {
  'POST /checkins': '扫码签到或签退',
  'POST /claims/{claimId}/confirmation': '首次扫码签到',
  'POST /redemptions': '兑换礼品',
  'DELETE /redemptions/{redemptionId}': '取消兑换',
  'POST /handovers': '柜台核销',
};

/** What is kept on this phone and not answered yet. */
export function WaitingCard() {
  const waiting = useOutbox((it) => it.waiting);
  const [busy, setBusy] = useState(false);
  if (waiting.length === 0) return null;
  const again = async () => {
    setBusy(true);
    await sendAll();
    setBusy(false);
  };
  return (
    <Card
      id='waiting-card'
      title={`待同步（${waiting.length}）`}
      action={{
        id: 'waiting-again',
        text: busy ? '正在提交…' : '立即同步',
        onPress: () => void again(),
      }}
    >
      {waiting.map((entry) => (
        <ListRow
          key={`${entry.route} ${entry.id}`}
          title={names[entry.route]}
          note={`${momentWord(entry.createdAt, serverNow())}，已保存在本机。${entry.reason ?? ''}`}
          extra={<Tag tone='sun'>待同步</Tag>}
          onPress={wayOf(entry)}
        />
      ))}
    </Card>
  );
}

function wayOf({ route, id }: Queued): (() => void) | undefined {
  switch (route) {
    case 'POST /checkins':
    case 'POST /claims/{claimId}/confirmation':
      return () => go('/checkins/receipt/index', { scanId: id, route });
    case 'POST /redemptions':
    case 'DELETE /redemptions/{redemptionId}':
      return () => go('/rewards/pickup/index', { redemptionId: id });
    case 'POST /handovers':
      return undefined;
  }
}
