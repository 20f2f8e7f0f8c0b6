import Taro from '@tarojs/taro';

/** Calls the listener each time the app comes to the front. Returns how to stop. */
export function onWake(listener: () => void): () => void {
  Taro.onAppShow(listener);
  return () => Taro.offAppShow(listener);
}
