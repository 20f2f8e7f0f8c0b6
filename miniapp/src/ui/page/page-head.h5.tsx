import Taro from '@tarojs/taro';
import { goBack } from '../../go';
import styles from './page.module.scss';
import type { PageHeadProps } from './page-head';

/** A browser's bar: back, or home when the page was opened by a link, and the title as the page's heading. */
export function PageHead({ title, tab }: PageHeadProps) {
  const first = Taro.getCurrentPages().length <= 1;
  return (
    <header className={styles.head}>
      {!tab && (
        <button type='button' className={styles.back} onClick={goBack}>
          {first ? '首页' : '返回'}
        </button>
      )}
      <h1 className={styles.title}>{title}</h1>
    </header>
  );
}
