import type { Call, Stub } from './calls';
import { createCalls } from './calls';
import type { Driver } from './driver';
import { createDriver } from './driver';
import { createFramework } from './framework';
import type { App, Definer } from './globals';
import { scriptGlobals } from './globals';
import { createLife } from './life';
import { createModules } from './modules';
import { packageFiles } from './package-files';
import type { Query } from './page';
import { createPageStack } from './page-stack';
import type { Storage } from './storage';
import type { Launch, Wx } from './wx';
import { createWx } from './wx';
import type { WxEvent } from './wx-names';

export type Boot = {
  /** Asynchronous APIs of wx that the test plays. One that is reached and not played is an error. */
  stubs?: Record<string, Stub>;
  /** Give the map of an earlier run to begin with what that one kept. */
  storage?: Storage;
  launch?: Partial<Launch>;
};

/** A mini-program that runs. */
export type MiniProgram = Driver & {
  wx: Wx;
  calls: Call[];
  /** What was thrown where nobody caught it, and what was written with console.error. */
  errors: unknown[];
  storage: Storage;
  stack(): { path: string; query: Query }[];
  emit(event: WxEvent, data: object): void;
  /** Entered again while it runs, by a code or a link: WeChat closes its pages and opens this one. */
  enter(launch: Partial<Launch>): void;
  pullDown(): void;
  /** The process ends: nothing is told, what is stored stays. */
  kill(): void;
};

/** The scene of a start from WeChat's list of mini-programs. */
const fromList = 1001;

/**
 * Starts a built WeChat mini-program on WeChat's own component framework, without a browser and without network.
 * Throws what its scripts throw while starting.
 */
export function boot(folder: string, given: Boot = {}): MiniProgram {
  const process = createProcess(folder, given);
  const { pages, errors, wx, emit, calls, storage, kill, files } = process;
  try {
    process.start();
  } catch (error) {
    kill();
    throw error;
  }
  return {
    ...createDriver(pages, errors),
    ...{ wx, calls, errors, storage, emit, kill },
    stack: () => pages.stack.map(({ path, query }) => ({ path, query })),
    enter: process.enter,
    pullDown: () => {
      const page = pages.top();
      if (!files.configOf(page.path).enablePullDownRefresh) {
        throw new Error(`${page.path} cannot be pulled down`);
      }
      page.tell('onPullDownRefresh');
    },
  };
}

/** All that lives as long as the mini-program's process. */
function createProcess(folder: string, given: Boot) {
  const files = packageFiles(folder);
  const errors: unknown[] = [];
  const storage: Storage = given.storage ?? new Map();
  const life = createLife();
  const { calls, asynchronous } = createCalls(life);
  const framework = createFramework(files, errors);
  const app: { current?: App } = {};
  const defining: { current?: Definer | undefined } = {};
  let launch = launchOf(given.launch ?? {}, files.pages[0] ?? '');

  const { wx, emit } = createWx({
    ...{ life, asynchronous, errors, storage },
    pages: () => pages,
    launch: () => launch,
    stubs: given.stubs ?? {},
  });
  const openPages = () => pages.stack.map(({ instance }) => instance);
  const globals = scriptGlobals({ life, wx, errors, app, defining, openPages });
  const modules = createModules(files, globals);
  const defined = new Set<string>();
  const define = (component: string) => {
    if (defined.has(component)) return;
    defined.add(component);
    for (const used of Object.values(files.componentsOf(component))) define(used);
    framework.codeSpace.componentEnv(component, (definer) => {
      defining.current = definer as unknown as Definer;
      modules.load(`${component}.js`);
      defining.current = undefined;
    });
  };
  const pages = createPageStack({ files, framework, define, errors });
  const show = () => {
    app.current?.onShow?.(launch);
    emit('AppShow', launch);
  };
  return {
    ...{ files, pages, errors, wx, emit, calls, storage },
    start: () => {
      modules.load('app.js');
      if (!app.current) throw new Error('app.js did not call App()');
      app.current.onLaunch?.(launch);
      show();
      pages.open(urlOf(launch));
    },
    enter: (again: Partial<Launch>) => {
      launch = launchOf(again, launch.path);
      show();
      pages.go('reLaunch', urlOf(launch));
    },
    kill: () => {
      if (!life.alive) return;
      life.kill();
      pages.drop();
      framework.stop();
    },
  };
}

function launchOf({ path, query = {}, scene = fromList }: Partial<Launch>, first: string): Launch {
  return { path: path ?? first, query, scene };
}

function urlOf({ path, query }: Launch): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? `/${path}` : `/${path}?${pairs.join('&')}`;
}
