import Taro from '@tarojs/taro';
import type { Theme } from '../look';

const bars = {
  light: { text: '#000000', ground: '#F6F4F1' },
  dark: { text: '#ffffff', ground: '#171615' },
} as const;

/** Paints WeChat's own bar for a theme chosen against the system; `system` leaves it to theme.json. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') return;
  const { text, ground } = bars[theme];
  // It fails when the page is already left: then there is no bar to paint.
  Taro.setNavigationBarColor({ frontColor: text, backgroundColor: ground }).catch(() => undefined);
}
