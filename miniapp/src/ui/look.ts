import { create } from 'zustand';
import { readStored, store } from '../device/storage';

export type Theme = 'system' | 'light' | 'dark';
type Look = { theme: Theme; elder: boolean };

const key = 'device:look';

/** How the product looks on this phone: the theme, and 关怀模式 with everything 1.4 times as large. */
export const useLook = create<Look>(() => ({
  theme: 'system',
  elder: false,
  ...readStored<Partial<Look>>(key),
}));

/** Changes the look and keeps it. */
export function setLook(change: Partial<Look>): void {
  useLook.setState(change);
  store(key, useLook.getState());
}
