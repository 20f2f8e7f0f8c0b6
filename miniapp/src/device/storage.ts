import Taro from '@tarojs/taro';

/**
 * What the phone keeps, by key. Values are plain JSON. Keys that begin with `device:` belong to the device and not to
 * the person who is signed in.
 */
export function readStored<T>(key: string): T | undefined {
  try {
    const value = Taro.getStorageSync<T | ''>(key);
    return value === '' || value == null ? undefined : value;
  } catch {
    return undefined;
  }
}

/** False when the phone could not keep it (storage full or broken). */
export function store(key: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(key, value);
    return true;
  } catch {
    return false;
  }
}

export function forget(key: string): void {
  try {
    Taro.removeStorageSync(key);
  } catch {
    // A key that cannot be removed is as good as a key that is not there: it is overwritten at the next chance.
  }
}
