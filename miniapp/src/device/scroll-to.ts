import Taro from '@tarojs/taro';

/** What stands above it is to be seen too: its label and its field. */
const above = -200;

/** Brings the element with an id into view. */
export function scrollTo(id: string): void {
  // A page that was left meanwhile has nothing to scroll.
  Taro.pageScrollTo({ selector: `#${id}`, offsetTop: above }).catch(() => undefined);
}
