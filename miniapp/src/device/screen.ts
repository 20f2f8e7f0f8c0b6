import Taro from '@tarojs/taro';

/** Keeps the screen on and makes it bright, for a code that others scan. Returns how to give both back. */
export async function holdScreen(): Promise<() => void> {
  const before = await Taro.getScreenBrightness().then(
    ({ value }) => value,
    () => undefined,
  );
  await set({ on: true, brightness: 1 });
  return () => void set({ on: false, brightness: before });
}

async function set({ on, brightness }: { on: boolean; brightness: number | undefined }) {
  // A phone that refuses either still shows the code.
  await Promise.resolve(Taro.setKeepScreenOn({ keepScreenOn: on })).catch(() => undefined);
  if (brightness === undefined) return;
  await Promise.resolve(Taro.setScreenBrightness({ value: brightness })).catch(() => undefined);
}
