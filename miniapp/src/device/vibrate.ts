import Taro from '@tarojs/taro';

/** A short tap on the hand after something succeeded. Never needed to understand. */
export function vibrate(): void {
  Promise.resolve(Taro.vibrateShort({ type: 'medium' })).catch(() => undefined);
}
