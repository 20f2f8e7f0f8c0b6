import { Text, View } from '@tarojs/components';
import { useCallback, useEffect, useState } from 'react';
import type { Response } from '#shared/api';
import { call, sentenceOf } from '../../api';
import { serverNow } from '../../clock';
import { codeLink } from '../../device/link';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Empty } from '../../ui/empty/empty';
import { QrCode } from '../../ui/qr-code/qr-code';
import { Ring } from '../../ui/ring/ring';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { useEvery } from '../../use-visible';
import styles from './index.module.scss';

const route = 'POST /redemptions/{redemptionId}/pickup-code';
type PickupCode = Response<typeof route>;
const tickMs = 1_000;

/** The one-use code that the counter scans, and how long it still holds. */
export function Code({ redemptionId, visible }: { redemptionId: string; visible: boolean }) {
  const [code, setCode] = useState<PickupCode>();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const fetchCode = useCallback(async () => {
    setBusy(true);
    setProblem('');
    await call(route, { redemptionId }).then(setCode, (error: unknown) => {
      setProblem(sentenceOf(error));
    });
    setBusy(false);
  }, [redemptionId]);
  useEffect(() => void fetchCode(), [fetchCode]);
  const refresh = { id: 'refresh-code', busy, onPress: () => void fetchCode() };
  if (problem) {
    return (
      <Card>
        <Empty
          drawing='storm'
          title='没有取到领取码'
          text={problem}
          action={{ ...refresh, text: '重试' }}
        />
      </Card>
    );
  }
  if (!code) return <Skeleton shape='card' count={2} />;
  return (
    <Card id='pickup-code'>
      <Shown code={code} visible={visible} />
      <Button {...refresh} kind='plain'>
        换一个新码
      </Button>
    </Card>
  );
}

function Shown({ code, visible }: { code: PickupCode; visible: boolean }) {
  const [, tick] = useState(0);
  const leftSeconds = Math.max(0, Math.ceil((code.expiresAt - serverNow()) / 1_000));
  useEvery(tickMs, visible && leftSeconds > 0, () => tick((it) => it + 1));
  if (leftSeconds === 0) return <Empty title='领取码已过期' text='换一个新码再给柜台扫。' />;
  const [minutes, seconds] = [Math.floor(leftSeconds / 60), leftSeconds % 60];
  return (
    <>
      <View className={styles.code}>
        <QrCode id='code-picture' text={codeLink(code.token)} label='领取码，给柜台扫' />
      </View>
      <View className={styles.below}>
        <Text className={styles.hint}>给柜台的工作人员扫，只能用一次</Text>
        <Ring
          fraction={(leftSeconds * 1_000) / (code.expiresAt - code.now)}
          text={`${minutes}:${String(seconds).padStart(2, '0')}`}
          label={`领取码还有 ${minutes} 分 ${seconds} 秒`}
        />
      </View>
    </>
  );
}
