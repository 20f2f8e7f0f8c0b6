import path from 'node:path';
import type { Framework } from './framework';
import type { PackageFiles } from './package-files';
import type { OpenPage, Query } from './page';
import { openPage } from './page';

export type Way = 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab';
/** The pages that are open, as WeChat keeps them: a stack, and the tabs one has left. */
export type PageStack = ReturnType<typeof createPageStack>;

/** WeChat keeps no more pages than this. */
const pagesMax = 10;

type Given = {
  files: PackageFiles;
  framework: Framework;
  /** Runs the scripts of a page that has not been opened before. */
  define: (page: string) => void;
  errors: unknown[];
};

export function createPageStack(given: Given) {
  const { files } = given;
  const stack: OpenPage[] = [];
  const leftTabs = new Map<string, OpenPage>();
  const top = (): OpenPage => {
    const page = stack[stack.length - 1];
    if (!page) throw new Error('no page is open');
    return page;
  };
  const open = (url: string) => {
    const address = addressOf(url);
    if (!files.pages.includes(address.path)) throw new Error(`page "${address.path}" is not found`);
    given.define(address.path);
    openPage(address, given, (page) => stack.push(page));
  };
  const ways = waysBetween({ stack, leftTabs, top, open, tabs: files.tabs });
  return {
    stack,
    top,
    open,
    go: (way: Way, to: string) => {
      const from = stack.length === 0 || to.startsWith('/') ? '/' : `/${top().path}`;
      const url = path.posix.resolve(path.posix.dirname(from), to);
      const { path: page } = addressOf(url);
      if (!files.pages.includes(page)) throw new Error(`page "${page}" is not found`);
      ways[way](url, page);
    },
    back: (delta: number) => {
      if (stack.length < 2) throw new Error('cannot navigate back at first page.');
      for (let left = delta; left > 0 && stack.length > 1; left--) stack.pop()?.close();
      top().show();
    },
    /** As when the process ends: no page is told. */
    drop: () => {
      for (const page of [...stack.splice(0), ...leftTabs.values()]) page.drop();
      leftTabs.clear();
    },
  };
}

type Between = {
  stack: OpenPage[];
  leftTabs: Map<string, OpenPage>;
  top: () => OpenPage;
  open: (url: string) => void;
  tabs: string[];
};

/** What each way does to the stack, and WeChat's words when it does not. */
function waysBetween({ stack, leftTabs, top, open, tabs }: Between) {
  const ways: Record<Way, (url: string, page: string) => void> = {
    navigateTo: (url, page) => {
      if (tabs.includes(page)) throw new Error('can not navigateTo a tabbar page');
      if (stack.length >= pagesMax) throw new Error('webview count limit exceed');
      top().hide();
      open(url);
    },
    redirectTo: (url, page) => {
      if (tabs.includes(page)) throw new Error('can not redirectTo a tabbar page');
      stack.pop()?.close();
      open(url);
    },
    reLaunch: (url) => {
      for (const page of stack.splice(0).reverse()) page.close();
      for (const tab of leftTabs.values()) tab.close();
      leftTabs.clear();
      open(url);
    },
    switchTab: (url, page) => {
      if (!tabs.includes(page)) throw new Error('can not switch to no-tabBar page');
      for (const above of stack.splice(1).reverse()) above.close();
      const before = stack[0];
      if (before?.path === page) return before.show();
      stack.pop();
      if (before && tabs.includes(before.path)) {
        before.hide();
        leftTabs.set(before.path, before);
      } else before?.close();
      const again = leftTabs.get(page);
      if (!again) return open(url);
      leftTabs.delete(page);
      stack.push(again);
      again.show();
    },
  };
  return ways;
}

function addressOf(url: string): { path: string; query: Query } {
  const [page = '', search = ''] = url.split('?');
  const pairs = search.split('&').filter(Boolean);
  const query = Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
  return { path: page.replace(/^\//, ''), query };
}
