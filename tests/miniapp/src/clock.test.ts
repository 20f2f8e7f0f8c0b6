import { freshPhone, kept, phoneStorage } from '../../support/phone';

jest.mock('../../../miniapp/src/device/storage', () => phoneStorage);

const hour = 3_600_000;
let clock: typeof import('../../../miniapp/src/clock');
beforeEach(() => {
  freshPhone();
  jest.useFakeTimers({ now: 1_000_000_000_000 });
  jest.isolateModules(() => {
    clock = require('../../../miniapp/src/clock');
  });
});
afterEach(() => jest.useRealTimers());

const hear = (now: number, tookMs = 0) =>
  clock.noteServerTime({ now, sentAt: Date.now() - tookMs, receivedAt: Date.now() });

test('nothing heard yet → the phone’s own time', () => {
  expect(clock.serverNow()).toBe(Date.now());
});

test('a phone three hours slow → the server’s time', () => {
  hear(Date.now() + 3 * hour);
  jest.advanceTimersByTime(5_000);
  expect(clock.serverNow()).toBe(Date.now() + 3 * hour);
});

test('a slow answer that does not contradict → the better earlier one is kept', () => {
  hear(Date.now() + hour, 20);
  const before = clock.serverNow();
  hear(Date.now() + hour - 200, 4_000);
  expect(clock.serverNow()).toBe(before);
});

test('the local cloud’s clock is moved → the phone follows at the next answer', () => {
  hear(Date.now());
  hear(Date.now() + 2 * hour, 40);
  expect(Math.abs(clock.serverNow() - Date.now() - 2 * hour)).toBeLessThanOrEqual(40);
});

test('started again without network → the last offset still holds', () => {
  hear(Date.now() - hour);
  expect(kept.get('device:clock-offset')).toBe(String(-hour));
  jest.isolateModules(() => {
    clock = require('../../../miniapp/src/clock');
  });
  expect(clock.serverNow()).toBe(Date.now() - hour);
});
