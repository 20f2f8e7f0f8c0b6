import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { useEffect } from 'react';
import { LocalBar } from '../../local-bar/local-bar';
import { classes } from '../classes';
import { useLook } from '../look';
import { applyTheme } from './apply-theme';
import styles from './page.module.scss';
import { PageHead } from './page-head';

export type PageProps = PropsWithChildren<{
  id?: string;
  /** The same words as navigationBarTitleText: browsers show them in our own bar. */
  title: string;
  /** One of the four tabs: no way back is shown. */
  tab?: boolean;
  /** Under the head: a Banner about the network or the data's age. */
  banner?: ReactNode;
  /** Stays at the lower edge: the one main action. */
  bottom?: ReactNode;
}>;

/** What every page stands in: theme and size as chosen, safe areas, one column of at most 600 points. */
export function Page({ id, title, tab = false, banner, bottom, children }: PageProps) {
  const { theme, elder } = useLook();
  useEffect(() => applyTheme(theme), [theme]);
  return (
    <View
      id={id}
      className={classes(styles.page, theme !== 'system' && `theme-${theme}`, elder && 'elder')}
    >
      <LocalBar />
      <PageHead title={title} tab={tab} />
      <View className={styles.column}>
        {banner}
        {children}
      </View>
      {bottom && (
        <View className={styles.bottom}>
          <View className={styles.bottomColumn}>{bottom}</View>
        </View>
      )}
    </View>
  );
}
