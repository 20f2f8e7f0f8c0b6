import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { a11y } from '../a11y';
import { Pressable } from '../pressable/pressable';
import styles from './card.module.scss';

export type CardProps = PropsWithChildren<{
  id?: string;
  title?: string;
  /** A quiet word at the right of the title, such as 看全部. */
  action?: { id?: string; text: string; onPress: () => void };
}>;

/** A group of what belongs together, on a card. */
export function Card({ id, title, action, children }: CardProps) {
  return (
    <View id={id} className={styles.card}>
      {title && (
        <View className={styles.head}>
          <Text className={styles.title} {...a11y({ role: 'heading', level: 2 })}>
            {title}
          </Text>
          {action && (
            <Pressable id={action.id} className={styles.action} onPress={action.onPress}>
              <Text>{action.text}</Text>
            </Pressable>
          )}
        </View>
      )}
      {children}
    </View>
  );
}
