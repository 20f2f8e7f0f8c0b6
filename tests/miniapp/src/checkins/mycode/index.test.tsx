import { act, cleanup, render, screen } from '@testing-library/react';
import { stepAt, stepSeconds } from '#shared/code';
import { hourMs } from '#shared/time';
import { codeAt, endOf, lasts } from '../../../../../miniapp/src/checkins/mycode/batch';
import MyCodePage from '../../../../../miniapp/src/checkins/mycode/index';
import { keep, leave } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, no, noNetwork, ok, sent, sessionOf } from '../../../../support/phone';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const wang = '0123456789ab';
const batchFrom = (at: number) => ({
  firstStep: stepAt(at),
  tokens: Array.from({ length: 960 }, (_, index) => String(index).padStart(28, 'A')),
  now: at,
});
const shown = async () => {
  cleanup();
  render(<MyCodePage />);
  await act(async () => undefined);
};

beforeEach(() => {
  cleanup();
  freshPhone();
  leave();
  keep(sessionOf(wang));
});

test('the code of the moment, how long it holds and how long the phone can do without network', async () => {
  network(() => ok(batchFrom(Date.now())));
  await shown();
  expect(screen.getByLabelText('我的志愿者二维码')).toBeTruthy();
  expect(screen.getByText(/没有网络也能用到/)).toBeTruthy();
});

test('fetched before → shown without network; nothing is asked for while it lasts', async () => {
  network(() => ok(batchFrom(Date.now())));
  await shown();
  sent.length = 0;
  network(noNetwork);
  await shown();
  expect(screen.getByLabelText('我的志愿者二维码')).toBeTruthy();
  expect(sent).toEqual([]);
});

test('another person on the same phone → not the first one’s code', async () => {
  network(() => ok(batchFrom(Date.now())));
  await shown();
  cleanup();
  leave();
  keep(sessionOf('ba9876543210'));
  network(noNetwork);
  await shown();
  expect(screen.getByText('暂时没有码')).toBeTruthy();
  expect(screen.queryByLabelText('我的志愿者二维码')).toBeNull();
});

test('never fetched and no network → says so, and what to do before leaving home', async () => {
  await shown();
  expect(screen.getByText('暂时没有码')).toBeTruthy();
  expect(screen.getByText(/出门前打开一次这一页/)).toBeTruthy();
});

test('signed in but not registered → the way to register; a guest → the way to sign in', async () => {
  network(() => no(403, 'not_registered'));
  await shown();
  expect(screen.getByText('去登记')).toBeTruthy();
  leave();
  await shown();
  expect(screen.getByText('登录后可以出示自己的码。')).toBeTruthy();
});

test('each code is shown in its own step; a new batch is due an hour before the end', () => {
  const at = 1_800_000_000_000;
  const batch = batchFrom(at);
  expect(codeAt(batch, at)?.token).toBe(batch.tokens[0]);
  expect(codeAt(batch, at + stepSeconds * 1000)?.token).toBe(batch.tokens[1]);
  expect(codeAt(batch, at - stepSeconds * 1000)).toBeUndefined();
  expect(codeAt(batch, endOf(batch))).toBeUndefined();
  expect(endOf(batch) - at).toBeLessThanOrEqual(4 * hourMs);
  expect(lasts(batch, at + 2 * hourMs)).toBe(true);
  expect(lasts(batch, at + 3.1 * hourMs)).toBe(false);
});
