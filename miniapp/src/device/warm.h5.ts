type Page = { path?: string; load?: (context: object, params: object) => unknown };
declare global {
  interface Window {
    /** Taro's own list of pages: `load` begins to fetch one. */
    __taroAppConfig?: { routes?: Page[] };
  }
}

const idleMs = 3_000;

/** A browser fetches a page's code when it is opened; without network that is too late to say 待同步. */
export function warmPages(paths: string[]): void {
  setTimeout(() => {
    for (const page of window.__taroAppConfig?.routes ?? []) {
      // A page that cannot be fetched now is fetched when it is opened.
      if (paths.includes(page.path ?? '')) settle(page.load?.({}, {}));
    }
    import('jsqr').catch(() => undefined);
  }, idleMs);
}

function settle(loading: unknown): void {
  const promise = Array.isArray(loading) ? loading[0] : loading;
  Promise.resolve(promise).catch(() => undefined);
}
