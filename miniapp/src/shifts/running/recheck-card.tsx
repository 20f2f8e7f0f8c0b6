import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Service } from '#shared/shifts';
import { minuteMs } from '#shared/time';
import { serverNow } from '../../clock';
import { Card } from '../../ui/card/card';
import { Ring } from '../../ui/ring/ring';
import { Tag } from '../../ui/tag/tag';
import { useEvery } from '../../use-visible';
import styles from './index.module.scss';

const secondMs = 1_000;
type RecheckCardProps = { service: Service; onOver: () => Promise<void> };

/** Those present were asked to scan once more: how long there is, and that nothing is taken away. */
export function RecheckCard({ service: { recheck, state }, onOver }: RecheckCardProps) {
  const [, tick] = useState(0);
  const { askedAt = 0, until = 0, answered = false } = recheck ?? {};
  const open = recheck !== undefined && !answered && state === 'checked_in' && serverNow() <= until;
  useEvery(secondMs, open, () => {
    const left = Math.ceil((until - serverNow()) / secondMs);
    tick(left);
    if (left <= 0) void onOver();
  });
  if (!recheck) return null;
  if (!open) {
    return (
      <Card id='recheck' title='现场复核'>
        <View className={styles.words}>
          <Tag tone={answered ? 'leaf' : 'sun'}>{answered ? '已完成' : '没有扫码'}</Tag>
        </View>
        <Text className={styles.words}>
          {answered
            ? '您已再次扫码，谢谢。'
            : '没有在时间内再次扫码。时长不受影响，组织者会看到这一条。'}
        </Text>
      </Card>
    );
  }
  const leftMs = Math.max(0, until - serverNow());
  const [minutes, seconds] = [
    Math.floor(leftMs / minuteMs),
    Math.floor((leftMs % minuteMs) / 1000),
  ];
  return (
    <Card id='recheck' title='现场复核：请再扫一次签到码'>
      <View className={styles.count}>
        <Ring
          fraction={leftMs / Math.max(1, until - askedAt)}
          text={`${minutes}:${String(seconds).padStart(2, '0')}`}
          label={`还有 ${minutes} 分 ${seconds} 秒`}
        />
        <Text className={styles.beside}>
          随机抽到了这一场，在场的每个人都会收到。请到组织者那里再扫一次签到码；没有扫也不扣时长。
        </Text>
      </View>
    </Card>
  );
}
