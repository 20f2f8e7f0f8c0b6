import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { a11y } from '../a11y';
import card from '../card/card.module.scss';
import { classes } from '../classes';
import { Pressable } from '../pressable/pressable';
import styles from './list-row.module.scss';

export type ListRowProps = {
  id?: string;
  title: string;
  /** A second line in small type. */
  note?: string;
  /** At the right: a word, a number, a tag. */
  extra?: ReactNode;
  /** Under the note: tags, a bar. */
  below?: ReactNode;
  /** What a screen reader says instead of title and note. */
  label?: string;
  onPress?: () => void;
};

const rowClass = classes(styles.row, card.row);

/** One line of a list; with `onPress` it leads somewhere and shows it. */
export function ListRow({ id, title, note, extra, below, label, onPress }: ListRowProps) {
  const inside = (
    <>
      <View className={styles.words}>
        <Text className={styles.title}>{title}</Text>
        {note && <Text className={styles.note}>{note}</Text>}
        {below && <View className={styles.below}>{below}</View>}
      </View>
      {extra != null && <View className={styles.extra}>{extra}</View>}
    </>
  );
  if (!onPress) {
    return (
      <View id={id} className={rowClass}>
        {inside}
      </View>
    );
  }
  return (
    <Pressable id={id} className={rowClass} label={label} onPress={onPress}>
      {inside}
      <View className={styles.leads} {...a11y({ hidden: true })} />
    </Pressable>
  );
}
