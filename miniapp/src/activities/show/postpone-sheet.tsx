import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ActivityShown } from '#shared/activities';
import { clockOf, minuteMs } from '#shared/time';
import { call } from '../../api';
import { serverNow } from '../../clock';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { PickerField } from '../../ui/picker-field/picker-field';
import { Sheet } from '../../ui/sheet/sheet';
import { dayText, spanOf } from '../publish/form';
import styles from './index.module.scss';
import { Said } from './said';
import { useStep } from './use-step';

export type PostponeSheetProps = {
  open: boolean;
  shift: ActivityShown['shifts'][number];
  onClose: () => void;
  onDone: (shiftId: string) => Promise<void>;
};

/** Moves a shift to a new time; whoever signed up is asked again. */
export function PostponeSheet({ open, shift, onClose, onDone }: PostponeSheetProps) {
  const { shiftId, startsAt, endsAt, capacity } = shift;
  const { busy, said, say, take } = useStep();
  const [time, setTime] = useState({
    day: dayText(startsAt),
    from: clockOf(startsAt),
    until: clockOf(endsAt),
  });
  const [reason, setReason] = useState('');
  const change = (part: Partial<typeof time>) => setTime((now) => ({ ...now, ...part }));
  const send = async () => {
    const span = spanOf({ ...time, capacity: String(capacity) });
    if (!(span.startsAt > serverNow())) return say('新的开始时间要在现在之后');
    if (isSame(span, shift)) return say('请先选择新的时间');
    if (!reason.trim()) return say('请写明改期的原因');
    let movedTo = shiftId;
    const took = await take(async () => {
      const request = { shiftId, ...span, reason: reason.trim() };
      ({ shiftId: movedTo } = await call('POST /shifts/{shiftId}/postponement', request));
    });
    if (!took) return;
    onClose();
    await onDone(movedTo);
  };
  return (
    <Sheet id='postpone' open={open} title='改期' closeText='不改期' onClose={onClose}>
      <Text className={styles.text}>已报名的人会收到通知，逐个确认新时间是否参加。</Text>
      <PickerField
        id='postpone-day'
        label='新日期'
        kind='date'
        start={dayText(serverNow())}
        value={time.day}
        onChange={(day) => change({ day })}
      />
      <View className={styles.pair}>
        <View className={styles.half}>
          <PickerField
            id='postpone-from'
            label='开始'
            kind='time'
            value={time.from}
            onChange={(from) => change({ from })}
          />
        </View>
        <View className={styles.half}>
          <PickerField
            id='postpone-until'
            label='结束'
            kind='time'
            value={time.until}
            onChange={(until) => change({ until })}
          />
        </View>
      </View>
      <Field
        id='postpone-reason'
        label='改期原因'
        maxLength={120}
        placeholder='例如：大雨预警'
        value={reason}
        onChange={setReason}
      />
      <Said id='postpone-said'>{said}</Said>
      <Button id='postpone-send' busy={busy} busyText='正在改期…' onPress={() => void send()}>
        改到这个时间
      </Button>
    </Sheet>
  );
}

/** As far as the choosers tell: to the minute. */
const isSame = (one: Span, other: Span): boolean =>
  Math.abs(one.startsAt - other.startsAt) < minuteMs &&
  Math.abs(one.endsAt - other.endsAt) < minuteMs;

type Span = { startsAt: number; endsAt: number };
