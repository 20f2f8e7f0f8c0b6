/** A browser can only keep the screen on, where it knows how; brightness is the person's own. */
export async function holdScreen(): Promise<() => void> {
  const lock = await navigator.wakeLock?.request('screen').catch(() => undefined);
  return () => {
    lock?.release().catch(() => undefined);
  };
}
