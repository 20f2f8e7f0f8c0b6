import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { RedemptionShown } from '#shared/rewards';
import { serverNow } from '../../clock';
import { go } from '../../go';
import { submit } from '../../outbox';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Dialog } from '../../ui/dialog/dialog';
import { ListRow } from '../../ui/list-row/list-row';
import { useEvery, useVisible } from '../../use-visible';
import { momentWord, pointsWord } from '../../words';
import { Code } from './code';
import styles from './index.module.scss';

/** How often the cloud is asked whether the counter has scanned, while one looks. */
const pollMs = 4_000;

export type WaitingProps = {
  redemption: RedemptionShown;
  /** Asks the cloud how it stands now. */
  onChanged: () => Promise<void>;
};

/** The code for the counter, the facts, and the way to call it off. */
export function Waiting({ redemption, onChanged }: WaitingProps) {
  const visible = useVisible();
  useEvery(pollMs, visible, onChanged);
  const { redemptionId, title, stationId, stationName, fetchBy, price } = redemption;
  return (
    <>
      <Code redemptionId={redemptionId} visible={visible} />
      <Card title={title}>
        <ListRow
          title='领取地点'
          note={stationName}
          onPress={() => go('/stations/show/index', { stationId })}
        />
        <ListRow title='最晚领取' extra={<Text>{momentWord(fetchBy, serverNow())}</Text>} />
        <ListRow title='花费' extra={<Text>{pointsWord(price)}</Text>} />
      </Card>
      <Cancel redemptionId={redemptionId} price={price} onChanged={onChanged} />
    </>
  );
}

type CancelProps = { redemptionId: string; price: number; onChanged: () => Promise<void> };

function Cancel({ redemptionId, price, onChanged }: CancelProps) {
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const cancel = async () => {
    setAsked(false);
    setBusy(true);
    const route = 'DELETE /redemptions/{redemptionId}';
    const outcome = await submit({ id: redemptionId, route, request: { redemptionId } });
    setBusy(false);
    if (outcome.status === 'refused') setProblem(outcome.message);
    if (outcome.status === 'pending') setProblem(`${outcome.reason}。取消还没有生效`);
    if (outcome.status === 'not_kept') setProblem(outcome.reason);
    await onChanged();
  };
  return (
    <View className={styles.cancel}>
      {problem && <Banner tone='waiting'>{problem}</Banner>}
      <Button id='cancel' kind='plain' busy={busy} onPress={() => setAsked(true)}>
        取消兑换
      </Button>
      <Dialog
        id='cancel-dialog'
        open={asked}
        title='取消兑换？'
        text={`${pointsWord(price)}会退回，礼品留给别人。`}
        confirm='取消兑换'
        cancel='不取消'
        onConfirm={() => void cancel()}
        onCancel={() => setAsked(false)}
      />
    </View>
  );
}
