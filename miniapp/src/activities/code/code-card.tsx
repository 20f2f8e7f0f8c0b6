import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { GateBatch } from '#shared/activities';
import { stepSeconds } from '#shared/code';
import { serverNow } from '../../clock';
import { CodePlate } from '../../ui/code-plate/code-plate';
import { Empty } from '../../ui/empty/empty';
import { useEvery } from '../../use-visible';
import type { End, ShownCode } from './batch';
import { codeAt } from './batch';
import styles from './index.module.scss';

export type CodeCardProps = {
  batch: GateBatch;
  end: End;
  visible: boolean;
  onTick: () => void;
};

const tickMs = 500;

/** The code of this moment, its six digits, and how long it holds. Reckoned anew at every tick, so that it is right
 * again right after the phone was asleep. */
export function CodeCard({ batch, end, visible, onTick }: CodeCardProps) {
  const [, tick] = useState(0);
  const code = codeAt(batch, end, serverNow());
  useEvery(tickMs, visible, () => {
    onTick();
    // Only what one sees changes the page: a number twice a second would cost WeChat a transfer each time.
    tick(signOf(codeAt(batch, end, serverNow())));
  });
  if (!code) {
    return <Empty title='这批码已用完' text='请连接网络，会自动取得新的码。' />;
  }
  return (
    <CodePlate
      id='code-picture'
      token={code.token}
      label={end === 'checkin' ? '签到二维码' : '签退二维码'}
      secondsLeft={code.secondsLeft}
    >
      <View className={styles.digitsBox}>
        <Text className={styles.small}>
          {end === 'checkin' ? '扫不了？签到输入' : '扫不了？签退输入'}
        </Text>
        <Text id='code-digits' className={styles.digits}>
          {`${code.digits.slice(0, 3)} ${code.digits.slice(3)}`}
        </Text>
      </View>
    </CodePlate>
  );
}

/** A number that differs whenever the code or its seconds do. */
const signOf = (code: ShownCode | undefined): number =>
  code ? Number(code.digits) * stepSeconds * 2 + code.secondsLeft : -1;
