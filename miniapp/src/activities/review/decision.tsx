import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { Sheet } from '../../ui/sheet/sheet';
import styles from '../show/index.module.scss';
import { Said } from '../show/said';
import { useStep } from '../show/use-step';

export type DecisionProps = { activityId: string; version: number; onDone: () => Promise<void> };

/** An approver's two answers: public at once, or back with a reason. */
export function Decision({ activityId, version, onDone }: DecisionProps) {
  const { busy, said, say, take } = useStep();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const decide = async (verdict: 'approve' | 'return') => {
    const why = verdict === 'return' ? { reason: reason.trim() } : {};
    const request = { activityId, version, verdict, ...why };
    const took = await take(() => call('POST /activities/{activityId}/decision', request));
    if (!took) return;
    setOpen(false);
    await onDone();
  };
  const sendBack = () =>
    reason.trim() ? void decide('return') : say('请写明哪里要改，好让组织者改对');
  return (
    <View>
      {!open && <Said id='decision-said'>{said}</Said>}
      <View className={styles.bar}>
        <View className={styles.main}>
          <Button id='approve' busy={busy} onPress={() => void decide('approve')}>
            通过并发布
          </Button>
        </View>
        <View className={styles.side}>
          <Button id='send-back' kind='quiet' disabled={busy} onPress={() => setOpen(true)}>
            退回修改
          </Button>
        </View>
      </View>
      <Sheet
        id='return-sheet'
        open={open}
        title='退回修改'
        closeText='先不退回'
        onClose={() => setOpen(false)}
      >
        <Field
          id='return-reason'
          label='退回原因'
          multiline
          maxLength={120}
          placeholder='哪里不清楚、要怎么改'
          hint='会原样发给组织者'
          value={reason}
          onChange={(text) => setReason(text.replace(/\n/g, ' '))}
        />
        <Said id='return-said'>{said}</Said>
        <Button id='return-send' busy={busy} busyText='正在退回…' onPress={sendBack}>
          退回给组织者
        </Button>
      </Sheet>
    </View>
  );
}
