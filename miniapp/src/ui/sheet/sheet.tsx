import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { a11y } from '../a11y';
import { Button } from '../button/button';
import { useModal } from '../modal/use-modal';
import styles from './sheet.module.scss';

export type SheetProps = PropsWithChildren<{
  id?: string;
  open: boolean;
  title: string;
  onClose: () => void;
  /** The word on the closing button. */
  closeText?: string;
}>;

/** Comes up from below with choices or a form; the veil, Escape and the last button close it. */
export function Sheet({ id, open, title, onClose, closeText = '关闭', children }: SheetProps) {
  const box = useModal(open, onClose);
  if (!open) return null;
  return (
    <View className={styles.layer} catchMove>
      <View className={styles.veil} onClick={onClose} {...a11y({ hidden: true })} />
      <View id={id} ref={box} className={styles.body} {...a11y({ role: 'dialog', label: title })}>
        <Text className={styles.title} {...a11y({ role: 'heading', level: 2 })}>
          {title}
        </Text>
        <View className={styles.content}>{children}</View>
        <Button kind='plain' onPress={onClose}>
          {closeText}
        </Button>
      </View>
    </View>
  );
}
