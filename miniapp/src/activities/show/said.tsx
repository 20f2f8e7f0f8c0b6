import { Text } from '@tarojs/components';
import { a11y } from '../../ui/a11y';
import styles from './index.module.scss';

/** Why it did not work; nothing while there is nothing to say. */
export function Said({ id, children }: { id: string; children: string }) {
  if (children === '') return null;
  return (
    <Text id={id} className={styles.said} {...a11y({ role: 'alert', live: 'polite' })}>
      {children}
    </Text>
  );
}
