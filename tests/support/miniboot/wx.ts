import type { Asynchronous, Stub } from './calls';
import type { Life } from './life';
import type { Query } from './page';
import type { PageStack, Way } from './page-stack';
import type { Storage } from './storage';
import { storageApis } from './storage';
import type { WxEvent } from './wx-names';
import { silentApis, system, unplayedApis, wxEvents } from './wx-names';

/** How the mini-program was entered. */
export type Launch = { path: string; query: Query; scene: number };
export type Wx = Record<string, unknown>;
type Given = {
  life: Life;
  asynchronous: Asynchronous;
  errors: unknown[];
  storage: Storage;
  pages: () => PageStack;
  /** The last way in. */
  launch: () => Launch;
  stubs: Record<string, Stub>;
};
type Listener = (data: object) => void;

/** The `wx` of one process. `emit` tells those who listen with `wx.on…`. */
export function createWx(given: Given) {
  const listeners = new Map<string, Set<Listener>>();
  const listenersTo = (event: string): Set<Listener> => {
    const found = listeners.get(event) ?? new Set();
    listeners.set(event, found);
    return found;
  };
  const wx: Wx = {
    ...systemApis(given.launch),
    ...storageApis(given.storage, given),
    ...navigation(given),
    createSelectorQuery: selectorQuery,
    nextTick: (work: () => void) => void Promise.resolve().then(work),
  };
  for (const event of wxEvents) {
    wx[`on${event}`] = (listener: Listener) => void listenersTo(event).add(listener);
    wx[`off${event}`] = (listener: Listener) => void listenersTo(event).delete(listener);
  }
  for (const name of silentApis) wx[name] = given.asynchronous(name, () => undefined);
  for (const name of unplayedApis) {
    wx[name] = given.asynchronous(name, () => {
      // The product may live with a failure of the phone's; the test must not.
      const missing = new Error(`no stub for wx.${name}`);
      given.errors.push(missing);
      throw missing;
    });
  }
  for (const [name, stub] of Object.entries(given.stubs)) wx[name] = given.asynchronous(name, stub);
  const request = wx.request as (options: object) => unknown;
  wx.request = (options: object) => {
    request(options);
    return { abort: () => undefined, onHeadersReceived: () => undefined };
  };
  return {
    wx,
    emit: (event: WxEvent, data: object) => {
      for (const listener of listenersTo(event)) listener(data);
    },
  };
}

function systemApis(launch: () => Launch): Wx {
  const told = () => ({ ...launch(), referrerInfo: {} });
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    canIUse: () => true,
    getSystemInfoSync: () => system,
    getWindowInfo: () => system,
    getAppBaseInfo: () => system,
    getDeviceInfo: () => system,
    getSystemSetting: () => ({ locationEnabled: true }),
    getLaunchOptionsSync: told,
    getEnterOptionsSync: told,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx-test', envVersion: 'develop' } }),
    getMenuButtonBoundingClientRect: () => {
      return { top: 48, right: 365, bottom: 80, left: 278, width: 87, height: 32 };
    },
  };
}

function navigation({ asynchronous, pages }: Pick<Given, 'asynchronous' | 'pages'>): Wx {
  const ways: Way[] = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab'];
  const wx: Wx = {
    navigateBack: asynchronous('navigateBack', ({ delta }) => pages().back(Number(delta ?? 1))),
  };
  for (const way of ways) wx[way] = asynchronous(way, ({ url }) => pages().go(way, String(url)));
  return wx;
}

/** There is no layout: every measure is null, as for an element that is not there. */
function selectorQuery() {
  const query: Wx = { exec: (done?: (found: null[]) => void) => done?.([null]) };
  for (const step of ['in', 'select', 'selectAll', 'selectViewport', 'fields', 'node']) {
    query[step] = () => query;
  }
  for (const step of ['boundingClientRect', 'scrollOffset', 'context']) query[step] = () => query;
  return query;
}
