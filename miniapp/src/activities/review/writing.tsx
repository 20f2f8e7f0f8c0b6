import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api';
import { go } from '../../go';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/dialog/dialog';
import styles from '../show/index.module.scss';
import { Said } from '../show/said';
import { useStep } from '../show/use-step';

export type WritingProps = { activityId: string; version: number; onDone: () => Promise<void> };

/** An author's draft: handed in, written anew, or dropped. */
export function Writing({ activityId, version, onDone }: WritingProps) {
  const { busy, said, take } = useStep();
  const [asking, ask] = useState(false);
  const run = async (step: () => Promise<unknown>) => {
    const took = await take(step);
    ask(false);
    if (took) await onDone();
  };
  const submit = () => call('POST /activities/{activityId}/submission', { activityId, version });
  const drop = () =>
    call('POST /activities/{activityId}/cancellation', { activityId, reason: '不再举办' });
  return (
    <View>
      <Said id='writing-said'>{said}</Said>
      <View className={styles.bar}>
        <View className={styles.main}>
          <Button id='hand-in' busy={busy} busyText='正在提交…' onPress={() => void run(submit)}>
            提交审核
          </Button>
        </View>
        <View className={styles.side}>
          <Button
            id='edit-draft'
            kind='plain'
            disabled={busy}
            onPress={() => go('/activities/publish/index', { activityId })}
          >
            修改
          </Button>
        </View>
        <View className={styles.side}>
          <Button id='drop' kind='quiet' disabled={busy} onPress={() => ask(true)}>
            作废
          </Button>
        </View>
      </View>
      <Dialog
        id='drop-dialog'
        open={asking}
        title='作废这份草稿？'
        text='作废后不能恢复，列表里仍可以看到。'
        confirm='作废'
        cancel='再想想'
        busy={busy}
        onConfirm={() => void run(drop)}
        onCancel={() => ask(false)}
      />
    </View>
  );
}
