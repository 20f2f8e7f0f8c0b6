import Taro from '@tarojs/taro';

/** WeChat's number for how the app was entered: 1011 scanned … 1013 a picture from the album. */
export function entryScene(): number | undefined {
  try {
    return Taro.getEnterOptionsSync().scene;
  } catch {
    return undefined;
  }
}

/** In WeChat a link comes to the page itself, as `q` or `scene`. */
export function launchText(): string | undefined {
  return undefined;
}

/** Only a browser needs a key of its own: in WeChat the silent login says who scanned. */
export function browserKey(): string | undefined {
  return undefined;
}
