import { browserKey, launchText } from '../../../../miniapp/src/device/launch.h5';

jest.mock('../../../../miniapp/src/device/storage', () =>
  jest.requireActual('../../../../miniapp/src/device/storage.h5'),
);

const token = 'A'.repeat(28);

beforeEach(() => {
  localStorage.clear();
  window.history.replaceState(null, '', '/');
});

test('opened with a code’s link → the link, once: a reload scans nothing', () => {
  window.history.replaceState(null, '', `/c/${token}`);
  expect(launchText()).toBe(`/c/${token}`);
  expect(window.location.pathname).toBe('/');
  expect(launchText()).toBeUndefined();
});

test('opened anywhere else → nothing', () => {
  window.history.replaceState(null, '', '/#/tabs/home/index');
  expect(launchText()).toBeUndefined();
  expect(window.location.hash).toBe('#/tabs/home/index');
});

test('a browser’s key → 32 characters, the same each time, another in another browser', () => {
  const random = (bytes: Uint8Array) => bytes.map(() => Math.floor(Math.random() * 256));
  Object.defineProperty(window, 'crypto', { value: { getRandomValues: random }, writable: true });
  const key = browserKey();
  expect(key).toMatch(/^[A-Za-z0-9_-]{32}$/);
  expect(browserKey()).toBe(key);
  localStorage.clear();
  expect(browserKey()).not.toBe(key);
});
