import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { Service } from '#shared/shifts';
import { call } from '../../api';
import { locateIfAllowed } from '../../device/location';
import { vibrate } from '../../device/vibrate';
import { newRequestId } from '../../ids';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Dialog } from '../../ui/dialog/dialog';
import { useCommand } from '../../use-command';
import styles from './index.module.scss';

type JointCardProps = { service: Service; onChanged: () => Promise<void> };

/** No code to scan: those who are there say so, each for themself, and somebody from above decides. */
export function JointCard({ service, onChanged }: JointCardProps) {
  const { shiftId, joint } = service;
  const { busy, said, run } = useCommand();
  const [asking, ask] = useState(false);
  const kind = joint.arrival ? 'arrival' : 'leaving';
  const label = kind === 'arrival' ? '声明：我到了' : '声明：我离开了';
  const state = () =>
    run(async () => {
      ask(false);
      const located = await locateIfAllowed();
      const place = located.status === 'found' && {
        location: {
          ...{ latitude: located.place.latitude, longitude: located.place.longitude },
          accuracyMeters: located.accuracyMeters,
        },
      };
      await call('POST /shifts/{shiftId}/joint-statements', {
        ...{ shiftId, kind, requestId: newRequestId(), ...place },
      });
      vibrate();
      await onChanged();
    });
  return (
    <Card id='joint' title='现场没有码可扫？'>
      {said !== '' && (
        <Banner id='joint-said' tone='error'>
          {said}
        </Banner>
      )}
      <Text className={styles.words}>
        组织者的手机没电了，或者一直没有出示码，可以先声明。至少两人声明后，由没有组织这场活动的审核人逐人确认，确认前不计时长。
      </Text>
      <Text id='joint-people' className={styles.words}>
        {joint.people === 0 ? '还没有人声明' : `已有 ${joint.people} 人声明`}
      </Text>
      <Button id='joint-state' kind='plain' busy={busy} onPress={() => ask(true)}>
        {label}
      </Button>
      <Dialog
        id='joint-dialog'
        open={asking}
        title={kind === 'arrival' ? '声明您到了？' : '声明您现在离开？'}
        text='时间按现在记。能扫码时请扫码：扫码立刻计入，声明要等审核人确认。'
        confirm='声明'
        onConfirm={() => void state()}
        onCancel={() => ask(false)}
      />
    </Card>
  );
}
