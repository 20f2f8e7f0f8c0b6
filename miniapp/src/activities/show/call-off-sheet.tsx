import { Text } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { Sheet } from '../../ui/sheet/sheet';
import styles from './index.module.scss';
import { Said } from './said';
import { useStep } from './use-step';

const weather = '天气原因，为了大家的安全';

export type CallOffSheetProps = {
  open: boolean;
  activityId: string;
  /** The shift that is meant; without one only the whole can be called off. */
  shift?: { shiftId: string; when: string };
  /** Whether there are others that would go with the whole. */
  several: boolean;
  onClose: () => void;
  onDone: () => Promise<void>;
};

/** Calls off a shift: for the weather with one more tap, else with a reason that its people are told. */
export function CallOffSheet(it: CallOffSheetProps) {
  const { busy, said, say, take } = useStep();
  const [typing, setTyping] = useState(false);
  const [typed, type] = useState('');
  const { activityId, shift } = it;
  const reason = typed.trim() || weather;
  const run = async (step: () => Promise<unknown>) => {
    if (!(await take(step))) return;
    it.onClose();
    await it.onDone();
  };
  const one = () =>
    shift && call('POST /shifts/{shiftId}/cancellation', { shiftId: shift.shiftId, reason });
  const all = () => call('POST /activities/{activityId}/cancellation', { activityId, reason });
  const close = () => {
    say('');
    it.onClose();
  };
  const why = typed.trim() ? '' : '因天气';
  return (
    <Sheet id='call-off' open={it.open} title='取消活动' closeText='不取消' onClose={close}>
      <Text className={styles.text}>
        {`${shift ? `${shift.when}。` : ''}已报名的人都会收到通知，取消后不能恢复。`}
      </Text>
      <Said id='call-off-said'>{said}</Said>
      {shift && (
        <Button id='call-off-shift' busy={busy} onPress={() => void run(async () => one())}>
          {`${why}取消这一场`}
        </Button>
      )}
      {(it.several || !shift) && (
        <Button
          id='call-off-all'
          kind={shift ? 'quiet' : 'primary'}
          busy={busy}
          onPress={() => void run(all)}
        >
          {`${why}取消剩下的全部场次`}
        </Button>
      )}
      {typing ? (
        <Field
          id='call-off-reason'
          label='取消的原因'
          maxLength={120}
          value={typed}
          onChange={type}
        />
      ) : (
        <Button id='call-off-other' kind='quiet' onPress={() => setTyping(true)}>
          写别的原因
        </Button>
      )}
    </Sheet>
  );
}
