type Page = { path?: string; load?: (context: object, params: object) => unknown };
type Tab = { iconPath?: string; selectedIconPath?: string };
declare global {
  interface Window {
    /** Taro's own lists: a page's `load` begins to fetch it; a tab has two pictures. */
    __taroAppConfig?: { routes?: Page[]; tabBar?: { list?: Tab[] } };
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
    warmTabs();
    import('jsqr').catch(() => undefined);
  }, idleMs);
}

function settle(loading: unknown): void {
  const promise = Array.isArray(loading) ? loading[0] : loading;
  Promise.resolve(promise).catch(() => undefined);
}

/** A tab's other picture is fetched when it is first chosen; without network it would stand there broken. */
function warmTabs(): void {
  for (const { iconPath, selectedIconPath } of window.__taroAppConfig?.tabBar?.list ?? []) {
    for (const picture of [iconPath, selectedIconPath]) if (picture) new Image().src = picture;
  }
}
