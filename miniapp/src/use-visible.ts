import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { holdScreen } from './device/screen';

/** Whether the page is on screen. While it is, the screen stays on and bright; on leaving both are given back. */
export function useVisible(): boolean {
  const [visible, setVisible] = useState(true);
  useDidShow(() => setVisible(true));
  useDidHide(() => setVisible(false));
  useEffect(() => {
    if (!visible) return;
    let left = false;
    let release: (() => void) | undefined;
    void holdScreen().then((held) => {
      if (left) held();
      else release = held;
    });
    return () => {
      left = true;
      release?.();
    };
  }, [visible]);
  return visible;
}

/** Calls `run` at once and every `everyMs` while `active`; never twice at the same time. */
export function useEvery(everyMs: number, active: boolean, run: () => unknown): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!active) return;
    void latest.current();
    const timer = setInterval(() => void latest.current(), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, active]);
}
