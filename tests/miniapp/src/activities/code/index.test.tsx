import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { startOfStep, stepAt } from '#shared/code';
import CodePage from '../../../../../miniapp/src/activities/code/index';
import { keep, leave } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, no, noNetwork, ok, sent, sessionOf } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const shiftId = 'abcdefabcdef';
const minute = 60_000;
const begin = startOfStep(stepAt(Date.UTC(2026, 10, 24, 6)));
const codes = (first: number) =>
  Array.from({ length: 600 }, (_, i) => ({
    token: String(first + i).padStart(28, 'A'),
    digits: String(first + i),
  }));
const batch = {
  shiftId,
  gate: 2,
  firstStep: stepAt(begin),
  checkin: codes(100_000),
  checkout: codes(200_000),
};
const board = (checkedIn: number) => ({
  shiftId,
  activityId: shiftId,
  title: '净滩',
  placeName: '海边',
  startsAt: begin,
  endsAt: begin + 120 * minute,
  capacity: 30,
  phase: 'running',
  counts: { signedUp: 8, checkedIn, pending: 0, credited: 1 },
});
let come = 1;
const cloud = () =>
  network(({ url, method }) => {
    const now = Date.now();
    if (method === 'DELETE') return ok({ done: true });
    if (url.endsWith('/gates')) return ok({ ...batch, now });
    return ok({ ...board(come), now });
  });
const digits = () => document.querySelector('#code-digits')?.textContent;
const numberOf = (id: string) => document.querySelector(`#${id}`)?.textContent;
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

beforeEach(() => {
  jest.useFakeTimers({ now: begin });
  freshPhone();
  leave();
  keep(sessionOf('0123456789ab'));
  openWith({ shiftId });
  come = 1;
  cloud();
});
afterEach(() => jest.useRealTimers());

async function shown() {
  const page = render(<CodePage />);
  await pass(100);
  return page;
}

test('opened → the code of now, its digits, and how many have come, without reloading', async () => {
  await shown();
  expect(digits()).toBe('100 000');
  expect(numberOf('count-checked-in')).toBe('2');
  come = 5;
  await pass(5_100);
  expect(numberOf('count-checked-in')).toBe('6');
  expect(numberOf('count-signed-up')).toBe('14');
});

test('every 15 seconds → the next code; the other end has its own', async () => {
  await shown();
  await pass(15_000);
  expect(digits()).toBe('100 001');
  fireEvent.click(screen.getByText('签退码'));
  expect(digits()).toBe('200 001');
});

test('the network goes → the code goes on, the count says from when it is', async () => {
  await shown();
  network(noNetwork);
  await pass(60_000);
  expect(digits()).toBe('100 004');
  expect(screen.getByText(/码照常更新，人数停在 14:0/)).toBeTruthy();
});

test('opened again without network → the kept batch serves at once, no new gate is asked for', async () => {
  (await shown()).unmount();
  network(noNetwork);
  sent.length = 0;
  await pass(10 * minute);
  await shown();
  expect(digits()).toBe('100 040');
  expect(sent.some(({ url }) => url.endsWith('/gates'))).toBe(false);
});

test('the phone slept → the code of now, not of then', async () => {
  await shown();
  jest.setSystemTime(begin + 20 * minute);
  await pass(600);
  expect(digits()).toBe('100 080');
});

test('the batch runs out → renewed in time', async () => {
  await shown();
  sent.length = 0;
  jest.setSystemTime(begin + 141 * minute);
  await pass(600);
  expect(sent.some(({ url }) => url.endsWith('/gates'))).toBe(true);
});

test('shown → the screen stays on and bright; left → both are given back', async () => {
  const page = await shown();
  expect(Taro.setKeepScreenOn).toHaveBeenLastCalledWith({ keepScreenOn: true });
  expect(Taro.setScreenBrightness).toHaveBeenLastCalledWith({ value: 1 });
  page.unmount();
  await pass(0);
  expect(Taro.setKeepScreenOn).toHaveBeenLastCalledWith({ keepScreenOn: false });
  expect(Taro.setScreenBrightness).toHaveBeenLastCalledWith({ value: 0.5 });
});

test('too early → from when on', async () => {
  network(({ url }) =>
    url.endsWith('/gates')
      ? no(409, 'gate_too_early')
      : ok({ ...board(0), startsAt: begin + 60 * minute, now: Date.now() }),
  );
  await shown();
  expect(screen.getByText('今天 14:30 起可以出示')).toBeTruthy();
});

test('stopped → asked first, then nothing is shown until it is opened anew', async () => {
  await shown();
  fireEvent.click(screen.getByText('停用这个签到口'));
  await act(async () => void fireEvent.click(screen.getByText('停用')));
  await pass(100);
  expect(sent.find(({ method }) => method === 'DELETE')?.url).toBe(`/shifts/${shiftId}/gates/2`);
  expect(screen.getByText('签到口已停用')).toBeTruthy();
  expect(digits()).toBeUndefined();
  fireEvent.click(screen.getByText('重新开启'));
  await pass(100);
  expect(digits()).toMatch(/^100 0/);
});

test('not an organiser → refused, and no code', async () => {
  network(() => no(403, 'not_allowed'));
  await shown();
  expect(screen.getByText('您没有权限做这件事，请联系组织管理员')).toBeTruthy();
  expect(digits()).toBeUndefined();
});
