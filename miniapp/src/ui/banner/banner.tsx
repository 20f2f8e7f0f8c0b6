import { Text, View } from '@tarojs/components';
import { a11y } from '../a11y';
import { classes } from '../classes';
import { Pressable } from '../pressable/pressable';
import styles from './banner.module.scss';

export type BannerProps = {
  id?: string;
  tone: 'info' | 'waiting' | 'error' | 'offline';
  children: string;
  action?: { id?: string; text: string; onPress: () => void };
};

/** One sentence across the page about its state, with the one thing that can be done about it. */
export function Banner({ id, tone, children, action }: BannerProps) {
  return (
    <View
      id={id}
      className={classes(styles.banner, styles[tone])}
      {...a11y({ role: tone === 'error' ? 'alert' : 'status', live: 'polite' })}
    >
      <Text className={styles.text}>{children}</Text>
      {action && (
        <Pressable id={action.id} className={styles.action} onPress={action.onPress}>
          <Text>{action.text}</Text>
        </Pressable>
      )}
    </View>
  );
}
