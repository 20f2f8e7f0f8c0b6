import type { DomElement } from './dom';
import { dom } from './dom';
import type { Framework } from './framework';

/** As in the address: WeChat does not decode values. */
export type Query = Record<string, string>;
type Instance = Record<string, unknown>;
export type OpenPage = {
  path: string;
  query: Query;
  instance: Instance;
  /** Everything the page has drawn. */
  host: DomElement;
  /** Calls one of the page's life-cycle methods, where it has it. */
  tell(event: string, given?: unknown): void;
  show(): void;
  hide(): void;
  close(): void;
  /** As when the process ends: the page is not told. */
  drop(): void;
};

let views = 0;

/** Opens a page that is defined, and has it loaded and shown. */
export function openPage(
  { path, query }: Pick<OpenPage, 'path' | 'query'>,
  { framework, errors }: { framework: Framework; errors: unknown[] },
  onOpened: (page: OpenPage) => void,
): void {
  const root = framework.backend.createRoot('page', framework.codeSpace, path);
  const instance = root.get() as unknown as Instance;
  Object.assign(instance, { route: path, __route__: path, options: query });
  instance.__wxWebviewId__ = ++views;
  const host = dom().body.appendChild(dom().createElement('div'));
  const slot = host.appendChild(dom().createElement('i'));
  const tell = (event: string, given?: unknown) => {
    const listener = instance[event];
    if (typeof listener !== 'function') return;
    try {
      listener.call(instance, given);
    } catch (error) {
      errors.push(error);
      throw error;
    }
  };
  const drop = () => {
    root.release();
    host.remove();
  };
  onOpened({
    ...{ path, query, instance, host, tell, drop },
    show: () => {
      host.style.display = '';
      tell('onShow');
    },
    hide: () => {
      tell('onHide');
      host.style.display = 'none';
    },
    close: () => {
      tell('onUnload');
      drop();
    },
  });
  root.attach(host as never, slot as never);
  tell('onLoad', query);
  tell('onShow');
  void Promise.resolve().then(() => tell('onReady'));
}
