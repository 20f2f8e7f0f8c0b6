import type { Life } from './life';
import type { Wx } from './wx';

/**
 * Globals of Node and browsers that WeChat's logic thread does not have. The mini-program's scripts see them as
 * undefined, so that code that leans on one fails here as it would on the phone.
 */
const hidden = [
  ...['window', 'document', 'self', 'global', 'globalThis', 'location', 'history', 'navigator'],
  ...['localStorage', 'sessionStorage', 'indexedDB', 'alert', 'performance', 'crypto'],
  ...['process', 'Buffer', '__dirname', '__filename', 'setImmediate', 'queueMicrotask'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'MessageChannel', 'AbortController'],
  ...['URL', 'URLSearchParams', 'Headers', 'Request', 'Response', 'FormData', 'Blob'],
  ...['TextEncoder', 'TextDecoder', 'btoa', 'atob', 'structuredClone'],
  ...['requestAnimationFrame', 'cancelAnimationFrame', 'MutationObserver', 'customElements'],
  ...['HTMLElement', 'Element', 'Event', 'Image'],
];

/** What the scripts gave to `App()`. */
export type App = Partial<Record<'onLaunch' | 'onShow' | 'onHide', (launch: object) => void>>;
export type Definer = Record<'Page' | 'Component' | 'Behavior', (it: object) => unknown>;
type Given = {
  life: Life;
  wx: Wx;
  errors: unknown[];
  app: { current?: App };
  /** Which component's script is running. Libraries call `Page` and `Component` from their own files. */
  defining: { current?: Definer | undefined };
  openPages: () => object[];
};

/** The globals of a mini-program's script. */
export function scriptGlobals({ life, wx, errors, app, defining, openPages }: Given) {
  const nothing = () => undefined;
  const define = (what: keyof Definer) => (it: object) => defining.current?.[what](it);
  return {
    ...Object.fromEntries(hidden.map((name) => [name, undefined])),
    ...life.timers,
    // Code cannot be made from text there, which is also how bundlers look for the global object.
    Function: new Proxy(Function, { apply: () => nothing, construct: () => nothing }),
    console: { ...console, error: (...said: unknown[]) => errors.push(said.map(String).join(' ')) },
    wx,
    App: (it: App) => {
      app.current = it;
    },
    getApp: () => app.current,
    getCurrentPages: openPages,
    Page: define('Page'),
    Component: define('Component'),
    Behavior: define('Behavior'),
  };
}
