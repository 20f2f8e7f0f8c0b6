import { Text } from '@tarojs/components';
import type { Service, ShownBreak } from '#shared/shifts';
import { clockOf } from '#shared/time';
import { call } from '../../api';
import { newRequestId } from '../../ids';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { ListRow } from '../../ui/list-row/list-row';
import { Tag } from '../../ui/tag/tag';
import { useCommand } from '../../use-command';
import styles from './index.module.scss';

type BreakCardProps = { service: Service; onChanged: () => Promise<void> };

/** Serving now: since when, a break, and that leaving early is simply a scan. */
export function BreakCard({ service, onChanged }: BreakCardProps) {
  const { shiftId, inAt, breaks } = service;
  const { busy, said, run } = useCommand();
  const away = breaks.some(({ until }) => until === undefined);
  const change = () =>
    run(async () => {
      await call('POST /shifts/{shiftId}/breaks', {
        ...{ shiftId, requestId: newRequestId(), action: away ? 'end' : 'begin' },
      });
      await onChanged();
    });
  return (
    <Card id='serving' title={away ? '休息中' : '服务中'}>
      {said !== '' && <Banner tone='error'>{said}</Banner>}
      <ListRow
        title={inAt === undefined ? '已签到' : `${clockOf(inAt)} 签到`}
        note='时长计到您签退的那一刻。要提前离开，扫签退码就可以'
        extra={away ? <Tag tone='sun'>休息中</Tag> : <Tag tone='leaf'>服务中</Tag>}
      />
      {breaks.map((it) => (
        <ListRow key={it.from} title='休息' note={breakWord(it)} />
      ))}
      <Text className={styles.words}>休息时间不计时长；忘了结束，签退时自动结束。</Text>
      <Button id='break' kind='plain' busy={busy} onPress={() => void change()}>
        {away ? '结束休息' : '开始休息'}
      </Button>
    </Card>
  );
}

const breakWord = ({ from, until }: ShownBreak): string =>
  until === undefined ? `${clockOf(from)} 开始` : `${clockOf(from)}–${clockOf(until)}`;
