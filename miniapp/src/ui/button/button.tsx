import { Text } from '@tarojs/components';
import { classes } from '../classes';
import { Pressable } from '../pressable/pressable';
import styles from './button.module.scss';

export type ButtonProps = {
  id?: string;
  /** One primary on a screen. */
  kind?: 'primary' | 'plain' | 'quiet';
  size?: 'regular' | 'large' | 'small';
  /** While it works: shows `busyText`, takes no second tap. */
  busy?: boolean;
  busyText?: string;
  disabled?: boolean;
  label?: string;
  onPress: () => void;
  children: string;
};

/** A button with words. When it cannot be used, its words say why. */
export function Button(it: ButtonProps) {
  const off = it.disabled === true || it.busy === true;
  return (
    <Pressable
      id={it.id}
      label={it.label}
      disabled={off}
      onPress={it.onPress}
      className={classes(
        styles.button,
        styles[it.kind ?? 'primary'],
        styles[it.size ?? 'regular'],
        off && styles.off,
      )}
    >
      <Text>{it.busy ? (it.busyText ?? '请稍候…') : it.children}</Text>
    </Pressable>
  );
}
