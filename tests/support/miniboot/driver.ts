import type { DomElement } from './dom';
import type { PageStack } from './page-stack';

const bubbling = ['tap', 'longpress', 'touchstart', 'touchend'];
const patienceMs = 8_000;
const shownCharacters = 600;

/** How a test sees and touches the page on top. */
export type Driver = ReturnType<typeof createDriver>;

export function createDriver(pages: PageStack, errors: unknown[]) {
  const find = (selector: string): DomElement | undefined =>
    pages.top().host.querySelector(byId(selector)) ?? undefined;
  const need = (selector: string): DomElement => {
    const found = find(selector);
    if (!found) throw new Error(`no ${selector} on ${page()}`);
    return found;
  };
  const text = (selector?: string): string =>
    (selector === undefined ? pages.top().host : find(selector))?.textContent ?? '';
  /** For messages: which page, and what stands on it. */
  const page = () => `${pages.top().path}: ${text().slice(0, shownCharacters)}`;

  /** Sends an event from the element that listens to it, as the phone's own components do. */
  const fire = async (from: string | DomElement, type: string, detail: object = {}) => {
    let element: DomElement | null = typeof from === 'string' ? need(from) : from;
    while (element && !element.__wxElement) element = element.parentNode;
    const bubbles = bubbling.includes(type);
    element?.__wxElement?.triggerEvent(type, detail, { bubbles, composed: true });
    await settled();
  };
  const until = async <T>(check: () => T, what = check.toString()): Promise<NonNullable<T>> => {
    const end = Date.now() + patienceMs;
    for (;;) {
      const found = check();
      if (found) return found;
      if (Date.now() > end) {
        const said = errors.map((error) => (error as Error).stack ?? error).join('\n');
        throw new Error(`waited in vain for ${what} on ${page()}\n${said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return {
    find,
    text,
    fire,
    /** Waits for the check to give something; `what` stands in the message when it never does. */
    until,
    untilText: (wanted: string) => until(() => text().includes(wanted), wanted),
    untilPage: (wanted: string) => until(() => pages.top().path === wanted, wanted),
    /** Taps the element as soon as it is there. */
    tap: async (selector: string) => {
      await until(() => find(selector), selector);
      await fire(selector, 'tap', { x: 1, y: 1 });
    },
    /** Taps the innermost element that says exactly this. */
    tapText: async (wanted: string) => {
      const saying = () =>
        [...pages.top().host.querySelectorAll('*')]
          .filter((element) => element.textContent?.trim() === wanted)
          .pop();
      await fire(await until(saying, wanted), 'tap', { x: 1, y: 1 });
    },
    type: (selector: string, value: string) => fire(selector, 'input', { value }),
    /** A picker's answer: an option's index, or a date, month or time as text. */
    choose: (selector: string, value: string | number) => fire(selector, 'change', { value }),
  };
}

/** The framework writes `<its own>--<id>` into the DOM. */
const byId = (selector: string): string => selector.replace(/#([\w-]+)/g, '[id$="--$1"]');

/** React draws and the framework takes it over within two turns. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setTimeout(resolve));
}
