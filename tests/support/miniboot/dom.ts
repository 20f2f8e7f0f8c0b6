/**
 * What the host and its driver use of the DOM. The library of DOM types is kept out of the project, so that no code of
 * the cloud sees a `window`.
 */
export type DomElement = {
  className: string;
  textContent: string | null;
  innerHTML: string;
  style: { display: string };
  parentNode: DomElement | null;
  appendChild(child: DomElement): DomElement;
  remove(): void;
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  /** The framework's own node of this element. */
  __wxElement?: { triggerEvent(type: string, detail: unknown, options: object): void };
};
type DomDocument = { body: DomElement; createElement(tag: string): DomElement };
type DomWindow = Record<string, unknown> & { document: DomDocument; close(): void };

const names = ['window', 'document', 'Event', 'HTMLElement', 'Node'];
let open: { window: DomWindow; users: number } | undefined;

/** Puts the globals in place that the framework draws with: a document without layout and styles. */
export function takeDom(): void {
  open ??= { window: newWindow(), users: 0 };
  open.users += 1;
}

/** The last to go takes the globals away, so that nothing else of the test file sees them. */
export function leaveDom(): void {
  if (!open || --open.users > 0) return;
  for (const name of names) Reflect.deleteProperty(globalThis, name);
  open.window.close();
  open = undefined;
}

export function dom(): DomDocument {
  if (!open) throw new Error('there is no document');
  return open.window.document;
}

function newWindow(): DomWindow {
  const { JSDOM } = require('jsdom') as {
    JSDOM: new (html: string, options: object) => { window: DomWindow };
  };
  const { window } = new JSDOM('<!doctype html><body></body>', {
    pretendToBeVisual: true,
  });
  for (const name of names) Object.assign(globalThis, { [name]: window[name] });
  return window;
}
