import { Text } from '@tarojs/components';
import { classes } from '../classes';
import styles from './tag.module.scss';

/** brand: hours and the main thing · sea: places · leaf: done, open · sun: waiting, doubtful · plain: a fact. */
export type Tone = 'brand' | 'sea' | 'leaf' | 'sun' | 'plain';

/** A state in one word. */
export function Tag({ tone = 'plain', children }: { tone?: Tone; children: string }) {
  return <Text className={classes(styles.tag, styles[tone])}>{children}</Text>;
}
