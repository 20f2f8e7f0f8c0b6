import { View } from '@tarojs/components';
import { useState } from 'react';
import type { SignupSheet } from '#shared/signups';
import { call, Refused } from '../../api';
import { serverNow } from '../../clock';
import { vibrate } from '../../device/vibrate';
import { goInstead } from '../../go';
import { Banner } from '../../ui/banner/banner';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/dialog/dialog';
import { useCommand } from '../../use-command';
import styles from './index.module.scss';
import { stageOf } from './stage';

export type BarProps = {
  sheet: SignupSheet;
  who: { forVolunteerId?: string };
  onChanged: () => Promise<void>;
  onRegister: () => void;
};

/** The foot of the page: the one thing to do, and taking it back. */
export function Bar({ sheet, who, onChanged, onRegister }: BarProps) {
  const { busy, said, run } = useCommand();
  const [asking, ask] = useState(false);
  const { shiftId, activityId, terms } = sheet;
  const { does, label, undo } = stageOf(sheet, serverNow());

  const signUp = () =>
    run(async () => {
      const wanted = { shiftId, terms, wait: does === 'wait', ...who };
      try {
        await call('PUT /shifts/{shiftId}/signup', wanted);
        vibrate();
      } catch (error) {
        if (error instanceof Refused && error.code === 'not_registered') return onRegister();
        // Full since, or other risks: what stands on the page is old.
        await onChanged();
        throw error;
      }
      await onChanged();
    });
  const toScan = () => goInstead('/activities/show/index', { activityId, shiftId });
  const takeBack = () =>
    run(async () => {
      await call('DELETE /shifts/{shiftId}/signup', { shiftId, ...who });
      ask(false);
      await onChanged();
    });

  return (
    <View>
      {said !== '' && (
        <Banner id='sheet-said' tone='error'>
          {said}
        </Banner>
      )}
      <View className={styles.bar}>
        <View className={styles.main}>
          <Button
            id='sheet-action'
            busy={busy}
            disabled={does === 'none'}
            onPress={() => void (does === 'scan' ? toScan() : signUp())}
          >
            {label}
          </Button>
        </View>
        {undo && (
          <View className={styles.side}>
            <Button id='sheet-undo' kind='quiet' disabled={busy} onPress={() => ask(true)}>
              {undo.label}
            </Button>
          </View>
        )}
      </View>
      {undo && (
        <Dialog
          id='sheet-undo-dialog'
          open={asking}
          title={undo.title}
          text={undo.text}
          confirm={undo.label}
          cancel='再想想'
          busy={busy}
          onConfirm={() => void takeBack()}
          onCancel={() => ask(false)}
        />
      )}
    </View>
  );
}
