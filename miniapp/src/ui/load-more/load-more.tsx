import { Text, View } from '@tarojs/components';
import { a11y } from '../a11y';
import { Button } from '../button/button';
import styles from './load-more.module.scss';

export type LoadMoreProps = {
  id?: string;
  state: 'idle' | 'loading' | 'end' | 'failed';
  onMore: () => void;
};

/** The foot of a list: more, loading, no more, or failed with a way to try again. */
export function LoadMore({ id, state, onMore }: LoadMoreProps) {
  return (
    <View id={id} className={styles.foot} {...a11y({ live: 'polite' })}>
      {state === 'idle' && (
        <Button kind='quiet' size='small' onPress={onMore}>
          加载更多
        </Button>
      )}
      {state === 'loading' && <Text>正在加载…</Text>}
      {state === 'end' && <Text>没有更多了</Text>}
      {state === 'failed' && (
        <Button kind='quiet' size='small' onPress={onMore}>
          没有取到，点这里重试
        </Button>
      )}
    </View>
  );
}
