import { act, fireEvent, render, screen } from '@testing-library/react';
import { dayMs, dayOf, monthOf } from '#shared/time';
import RootsPage from '../../../../../miniapp/src/checkins/roots/index';
import { freshPhone, network, ok } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const now = Date.now();
const day = dayOf(now - dayMs);
const root = { day, root: 'ab'.repeat(32), previous: 'cd'.repeat(32), entries: 12, at: now };

beforeEach(() => {
  freshPhone();
  openWith({});
});

test('the days with their roots; one of them in full, with its file', async () => {
  network(({ url }) =>
    url.startsWith('/roots/')
      ? ok({ ...root, fileUrls: ['https://files.example.cn/roots'] })
      : ok({ month: monthOf(now), roots: [root] }),
  );
  render(<RootsPage />);
  const row = await screen.findByText(/12 笔 · 指纹/);
  await act(async () => void fireEvent.click(row));
  expect(await screen.findByText(root.root)).toBeTruthy();
  expect(screen.getByText(root.previous)).toBeTruthy();
  expect(screen.getByText('https://files.example.cn/roots')).toBeTruthy();
});

test('no root in the month → said so, and the month before can be asked for', async () => {
  network(() => ok({ month: monthOf(now), roots: [] }));
  render(<RootsPage />);
  expect(await screen.findByText(/还没有凭证/)).toBeTruthy();
  expect(screen.getByText(/^看20/)).toBeTruthy();
});
