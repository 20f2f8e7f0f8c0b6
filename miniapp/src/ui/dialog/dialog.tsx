import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { a11y } from '../a11y';
import { Button } from '../button/button';
import { useModal } from '../modal/use-modal';
import styles from './dialog.module.scss';

export type DialogProps = PropsWithChildren<{
  id?: string;
  open: boolean;
  title: string;
  text?: string;
  /** What the agreeing button does, as a verb: 兑换, 取消报名. */
  confirm: string;
  cancel?: string;
  busy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}>;

/** Asks one question before something that matters. */
export function Dialog(it: DialogProps) {
  const box = useModal(it.open, it.onCancel);
  if (!it.open) return null;
  return (
    <View className={styles.layer} catchMove>
      <View
        id={it.id}
        ref={box}
        className={styles.body}
        {...a11y({ role: 'alertdialog', label: it.title })}
      >
        <Text className={styles.title} {...a11y({ role: 'heading', level: 2 })}>
          {it.title}
        </Text>
        {it.text && <Text className={styles.text}>{it.text}</Text>}
        {it.children}
        <View className={styles.choices}>
          <View className={styles.choice}>
            <Button kind='plain' disabled={it.busy} onPress={it.onCancel}>
              {it.cancel ?? '取消'}
            </Button>
          </View>
          <View className={styles.choice}>
            <Button busy={it.busy} onPress={it.onConfirm}>
              {it.confirm}
            </Button>
          </View>
        </View>
      </View>
    </View>
  );
}
