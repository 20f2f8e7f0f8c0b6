import { Text, View } from '@tarojs/components';
import { a11y } from '../a11y';
import { Button } from '../button/button';
import { classes } from '../classes';
import styles from './empty.module.scss';

export type EmptyProps = {
  id?: string;
  /** `shore`: nothing here yet · `storm`: it could not be fetched. */
  drawing?: 'shore' | 'storm';
  title: string;
  text?: string;
  action?: { id?: string; text: string; busy?: boolean; onPress: () => void };
};

/** A drawing, a sentence and a way on, where a list has nothing to show. */
export function Empty({ id, drawing = 'shore', title, text, action }: EmptyProps) {
  return (
    <View id={id} className={styles.empty}>
      <View className={classes(styles.drawing, styles[drawing])} {...a11y({ hidden: true })} />
      <Text className={styles.title}>{title}</Text>
      {text && <Text className={styles.text}>{text}</Text>}
      {action && (
        <View className={styles.action}>
          <Button id={action.id} kind='plain' busy={action.busy} onPress={action.onPress}>
            {action.text}
          </Button>
        </View>
      )}
    </View>
  );
}
