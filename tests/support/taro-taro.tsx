/** In place of @tarojs/taro: storage that works, calls that a test answers, page hooks that run as effects. */
import { useEffect, useRef } from 'react';

const answers = (value: unknown = {}) => jest.fn(async () => value);
const kept = new Map<string, unknown>();
const shown = new Set<() => void>();
const pulled = new Set<() => void>();
const ended = new Set<() => void>();
let params: Record<string, string> = {};

const Taro = {
  getStorageSync: (key: string) => kept.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void kept.set(key, structuredClone(value)),
  removeStorageSync: (key: string) => void kept.delete(key),
  clearStorageSync: () => kept.clear(),
  getStorageInfoSync: () => ({ keys: [...kept.keys()], currentSize: 0, limitSize: 10_240 }),
  request: jest.fn(),
  login: answers({ code: 'login-code' }),
  requestSubscribeMessage: answers({}),
  scanCode: answers({ result: '' }),
  getLocation: answers({ latitude: 36.06, longitude: 120.38, accuracy: 30 }),
  getSetting: answers({ authSetting: {} }),
  openSetting: answers({ authSetting: {} }),
  openLocation: answers(),
  downloadFile: answers({ tempFilePath: 'tmp' }),
  openDocument: answers(),
  chooseMessageFile: answers({ tempFiles: [] }),
  shareFileMessage: answers(),
  getFileSystemManager: jest.fn(),
  env: { USER_DATA_PATH: 'wxfile://usr' },
  makePhoneCall: answers(),
  vibrateShort: answers(),
  setKeepScreenOn: answers(),
  setScreenBrightness: answers(),
  getScreenBrightness: answers({ value: 0.5 }),
  getNetworkType: answers({ networkType: 'wifi' }),
  onNetworkStatusChange: jest.fn(),
  offNetworkStatusChange: jest.fn(),
  onAppShow: jest.fn(),
  offAppShow: jest.fn(),
  navigateTo: answers(),
  navigateBack: answers(),
  redirectTo: answers(),
  reLaunch: answers(),
  switchTab: answers(),
  showToast: answers(),
  stopPullDownRefresh: answers(),
  setNavigationBarTitle: answers(),
  setNavigationBarColor: answers(),
  getCurrentPages: () => [{}],
  getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
  getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
};
export default Taro;

/** What the page was opened with; a test sets it before it renders. */
export function openWith(query: Record<string, string>): void {
  params = query;
}
/** The phone shows the page again; it is pulled down; its end is reached. Call inside act(). */
export const showAgain = () => [...shown].forEach((run) => void run());
export const pullDown = () => [...pulled].forEach((run) => void run());
export const reachBottom = () => [...ended].forEach((run) => void run());

function useWhile(listeners: Set<() => void>, run: () => void) {
  useEffect(() => {
    listeners.add(run);
    return () => void listeners.delete(run);
  });
}

export const useRouter = () => ({ params, path: '' });
export const getCurrentInstance = () => ({ router: { params, path: '' } });
export const useLoad = (run: (query: Record<string, string>) => void) =>
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page loads once.
  useEffect(() => run(params), []);
export const useDidShow = (run: () => void) => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first showing.
  useEffect(() => run(), []);
  useWhile(shown, run);
};
/** When the page is left: what it says then, not what it said when it was opened. */
export const useDidHide = (run: () => void) => {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => () => latest.current(), []);
};
export const useUnload = (run: () => void) => useDidHide(run);
export const useReady = (run: () => void) => useDidShow(run);
export const useLaunch = (run: (options: object) => void) => useLoad(run);
export const usePullDownRefresh = (run: () => void) => useWhile(pulled, run);
export const useReachBottom = (run: () => void) => useWhile(ended, run);
export const useShareAppMessage = () => undefined;
