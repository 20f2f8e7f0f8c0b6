import { Text, View } from '@tarojs/components';
import type { ActivityShown } from '#shared/activities';
import { recordStates } from '#shared/vocabulary';
import { serverNow } from '../../clock';
import { Card } from '../../ui/card/card';
import { classes } from '../../ui/classes';
import { Pressable } from '../../ui/pressable/pressable';
import { Tag } from '../../ui/tag/tag';
import { spanWord } from '../../words';
import { roomOf } from '../shift-row/shift-row';
import styles from './index.module.scss';

export type ShiftChoiceProps = {
  shifts: ActivityShown['shifts'];
  chosen: string | undefined;
  onChoose: (shiftId: string) => void;
};

/** The activity's shifts: when each is, how full, and what I have to do with it. */
export function ShiftChoice({ shifts, chosen, onChoose }: ShiftChoiceProps) {
  const now = serverNow();
  return (
    <Card title={shifts.length > 1 ? '选择场次' : '时间'}>
      {shifts.map((shift) => {
        const room = roomOf(shift, now);
        const mine = shift.mine?.state;
        const isChosen = shift.shiftId === chosen;
        return (
          <Pressable
            key={shift.shiftId}
            id={`choose-${shift.shiftId}`}
            role='radio'
            checked={isChosen}
            className={classes(styles.shift, isChosen && styles.chosen)}
            onPress={() => onChoose(shift.shiftId)}
          >
            <Text className={styles.when}>{spanWord(shift, now)}</Text>
            <View className={styles.tags}>
              <Tag tone={room.tone}>{room.text}</Tag>
              <Tag>{`共 ${shift.capacity} 人`}</Tag>
              {mine && mine !== 'withdrawn' && <Tag tone='sea'>{recordStates[mine]}</Tag>}
            </View>
            {shift.cancelReason && (
              <Text className={styles.reason}>
                {`${shift.movedTo ? '已改期' : '已取消'}：${shift.cancelReason}`}
              </Text>
            )}
          </Pressable>
        );
      })}
    </Card>
  );
}
