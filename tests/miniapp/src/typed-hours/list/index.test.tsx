import { fireEvent, render, screen } from '@testing-library/react';
import TypedListPage from '../../../../../miniapp/src/typed-hours/list/index';
import { freshPhone, network, ok, sent } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const id = 'a'.repeat(12);
const cap = {
  ...{ month: '202611', capMinutes: 600, leftMinutes: 90 },
  ...{ allowanceMinutes: 0, allowanceLeftMinutes: 0 },
};

const row = {
  ...{ typedId: id, name: '未成年人 0427', title: '海边清洁', servedDay: '20261123', minutes: 120 },
  ...{ reason: 'no_phone', state: 'typed', typedAt: 1, typistName: '*静' },
};
let rows: object[] = [];
beforeEach(() => {
  freshPhone();
  openWith({ organisationId: id });
  network(() => ok({ organisationName: '净滩分队', month: '202611', rows, cap }));
});

test('without a session → who, what, why, and that somebody else has not decided yet', async () => {
  rows = [row];
  render(<TypedListPage />);
  expect(await screen.findByText('未成年人 0427 · 2 小时')).toBeTruthy();
  const note = '11月23日 海边清洁，志愿者没有手机，也没有带卡。*静 补录，等待另一人审核';
  expect(screen.getByText(note)).toBeTruthy();
  expect(screen.getByText('待审核')).toBeTruthy();
});

test('another month is asked for by itself; nothing typed in it is said so', async () => {
  rows = [];
  render(<TypedListPage />);
  expect(await screen.findByText('2026年11月没有补录')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('月份'), { target: { value: '2026-05' } });
  await screen.findByText('2026年11月没有补录');
  expect(sent.some(({ url }) => url.includes('month=202605'))).toBe(true);
});
