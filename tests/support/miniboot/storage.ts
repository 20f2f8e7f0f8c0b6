import type { Asynchronous } from './calls';
import type { Life } from './life';

/** What the phone keeps for the mini-program, by key, as JSON text: it outlives the process. */
export type Storage = Map<string, string>;

/** WeChat's limits. */
const keyBytesMax = 1024 * 1024;
const allBytesMax = 10 * 1024 * 1024;

/** wx's storage on a map: values are copied, and too much of them is refused as on a phone. */
export function storageApis(
  storage: Storage,
  { life, asynchronous }: { life: Life; asynchronous: Asynchronous },
) {
  const bytes = () =>
    [...storage].reduce((sum, [key, text]) => sum + Buffer.byteLength(key + text), 0);
  const read = (key: string): unknown => {
    const text = storage.get(key);
    return text === undefined ? '' : JSON.parse(text);
  };
  const write = (key: string, value: unknown) => {
    if (!life.alive) return;
    const text = JSON.stringify(value ?? null);
    const before = storage.get(key) ?? '';
    const after = bytes() - Buffer.byteLength(before) + Buffer.byteLength(text);
    if (Buffer.byteLength(text) > keyBytesMax || after > allBytesMax) {
      throw new Error('setStorage:fail exceed storage max size');
    }
    storage.set(key, text);
  };
  const remove = (key: string) => {
    if (life.alive) storage.delete(key);
  };
  const info = () => ({
    keys: [...storage.keys()],
    currentSize: Math.ceil(bytes() / 1024),
    limitSize: allBytesMax / 1024,
  });
  return {
    getStorageSync: read,
    setStorageSync: write,
    removeStorageSync: remove,
    getStorageInfoSync: info,
    getStorage: asynchronous('getStorage', ({ key }) => {
      if (!storage.has(String(key))) throw new Error('data not found');
      return { data: read(String(key)) };
    }),
    setStorage: asynchronous('setStorage', ({ key, data }) => write(String(key), data)),
    removeStorage: asynchronous('removeStorage', ({ key }) => remove(String(key))),
  };
}
