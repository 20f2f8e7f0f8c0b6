import { Text, View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { a11y } from '../a11y';
import { Button } from '../button/button';
import { classes } from '../classes';
import styles from './result.module.scss';

export type ResultProps = PropsWithChildren<{
  id?: string;
  /** done: it happened · waiting: it will · refused: it did not. */
  tone: 'done' | 'waiting' | 'refused';
  headline: string;
  text?: string;
  rows?: readonly { label: string; value: string }[];
  /** What one does next; the first is the main one. */
  actions: readonly { id?: string; text: string; onPress: () => void }[];
}>;

const signs = { done: '✓', waiting: '…', refused: '!' } as const;

/** The end of a flow, as a whole page: what happened, its facts, and what to do next. */
export function Result(it: ResultProps) {
  return (
    <View id={it.id} className={styles.result}>
      <View className={classes(styles.sign, styles[it.tone])} {...a11y({ hidden: true })}>
        <Text>{signs[it.tone]}</Text>
      </View>
      <View {...a11y({ role: 'status', live: 'polite' })} className={styles.words}>
        <Text className={styles.headline} {...a11y({ role: 'heading', level: 2 })}>
          {it.headline}
        </Text>
        {it.text && <Text className={styles.text}>{it.text}</Text>}
      </View>
      {it.rows && it.rows.length > 0 && (
        <View className={styles.rows}>
          {it.rows.map((row) => (
            <View key={row.label} className={styles.row}>
              <Text className={styles.label}>{row.label}</Text>
              <Text className={styles.value}>{row.value}</Text>
            </View>
          ))}
        </View>
      )}
      {it.children}
      {it.actions.map((action, index) => (
        <View key={action.text} className={styles.action}>
          <Button id={action.id} kind={index === 0 ? 'primary' : 'plain'} onPress={action.onPress}>
            {action.text}
          </Button>
        </View>
      ))}
    </View>
  );
}
