import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { ActivityShown } from '#shared/activities';
import { call, sentenceOf } from '../../api';
import { serverNow } from '../../clock';
import { scanCode } from '../../device/scan';
import { enter } from '../../entry';
import { go, goTab } from '../../go';
import { handleText } from '../../tabs/scan/scan';
import { a11y } from '../../ui/a11y';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/dialog/dialog';
import { spanWord } from '../../words';
import { actionOf, canWithdraw } from './action';
import styles from './index.module.scss';

export type ActionBarProps = {
  title: string;
  shift: ActivityShown['shifts'][number];
  onChanged: () => Promise<void>;
};

/** The foot of the page: what one can do now, or why one cannot. */
export function ActionBar({ title, shift, onChanged }: ActionBarProps) {
  const { busy, said, run } = useWork();
  const [asking, ask] = useState(false);
  const now = serverNow();
  const action = actionOf(shift, now);
  const { shiftId } = shift;

  const openSheet = async () => {
    const entry = await enter();
    if (entry.status === 'failed') return entry.reason;
    if (entry.status === 'ready') go('/signups/sheet/index', { shiftId });
    return '';
  };
  const withdraw = async () => {
    await call('DELETE /shifts/{shiftId}/signup', { shiftId });
    ask(false);
    await onChanged();
    return '';
  };
  const scan = async () => {
    const seen = await scanCode();
    if (seen.status === 'cancelled') return '';
    if (seen.status === 'unavailable') return seen.reason;
    const next = await handleText(seen.text, { expectedShiftId: shiftId });
    if (next.to === 'page') go(next.address, next.query);
    if (next.to === 'claimed') goTab('/tabs/scan/index');
    return next.to === 'nowhere' ? next.message : '';
  };

  return (
    <View>
      {said !== '' && (
        <Text id='action-said' className={styles.said} {...a11y({ role: 'alert', live: 'polite' })}>
          {said}
        </Text>
      )}
      <View className={styles.bar}>
        <View className={styles.main}>
          <Button
            id='action'
            busy={busy}
            disabled={action.does === 'none'}
            onPress={() => void run(action.does === 'open_sheet' ? openSheet : scan)}
          >
            {action.label}
          </Button>
        </View>
        {canWithdraw(shift, now) && (
          <View className={styles.side}>
            <Button id='withdraw' kind='quiet' disabled={busy} onPress={() => ask(true)}>
              取消报名
            </Button>
          </View>
        )}
      </View>
      <Dialog
        id='withdraw-dialog'
        open={asking}
        title='取消这次报名？'
        text={`${title}，${spanWord(shift, now)}。名额会让给别人；想再参加可以重新报名。`}
        confirm='取消报名'
        cancel='再想想'
        busy={busy}
        onConfirm={() => void run(withdraw, () => ask(false))}
        onCancel={() => ask(false)}
      />
    </View>
  );
}

/** Runs one thing at a time and says why it did not work. The work gives a sentence, or an empty one. */
function useWork() {
  const [busy, setBusy] = useState(false);
  const [said, say] = useState('');
  const run = async (work: () => Promise<string>, onFailed?: () => void) => {
    if (busy) return;
    setBusy(true);
    say('');
    try {
      say(await work());
    } catch (error) {
      say(sentenceOf(error));
      onFailed?.();
    } finally {
      setBusy(false);
    }
  };
  return { busy, said, run };
}
