import { act, fireEvent, render, screen } from '@testing-library/react';
import { saveUrl } from '../../../../../miniapp/src/device/save-file';
import ReportPage from '../../../../../miniapp/src/imports/report/index';
import { keep, leave } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, no, ok, sent, sessionOf } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);
jest.mock('../../../../../miniapp/src/device/save-file', () => ({ saveUrl: jest.fn() }));

const save = saveUrl as jest.Mock;
const job = {
  ...{ importId: 'ba9876543210', state: 'done', startedAt: Date.now(), keptUntil: Date.now() },
  ...{ rows: 3, done: 3, mine: true },
  counts: [
    { outcome: 'invited', rows: 2 },
    { outcome: 'bad_phone', rows: 1 },
  ],
};
const rows = [
  { row: 2, maskedName: '李*雷', maskedPhone: '138******01', outcome: 'invited' },
  { row: 4, maskedName: '*芳', maskedPhone: '138***', outcome: 'bad_phone' },
];
const cloud = (shown: () => object) =>
  network(({ url }) => {
    if (url.includes('/rows')) {
      const only = /outcome=(\w+)/.exec(url)?.[1];
      return ok({ rows: rows.filter(({ outcome }) => !only || outcome === only) });
    }
    if (url.endsWith('/report')) return ok({ url: 'https://f', fileName: 'r.csv', expiresAt: 1 });
    return ok(shown());
  });
const tap = (name: string) => act(async () => void fireEvent.click(screen.getByText(name)));

beforeEach(() => {
  freshPhone();
  leave();
  keep(sessionOf('0123456789ab'));
  openWith({ organisationId: 'aaaaaaaaaaaa', importId: 'ba9876543210' });
  save.mockReset().mockResolvedValue(true);
});
afterEach(() => jest.useRealTimers());

test('done → how many met with what, every row masked; a count shows its rows only', async () => {
  cloud(() => job);
  render(<ReportPage />);
  expect(await screen.findByText('第 2 行 · 138******01')).toBeTruthy();
  expect(screen.getByText('第 4 行 · 138***')).toBeTruthy();
  await tap('1 行');
  expect(await screen.findByText('第 4 行 · 138***')).toBeTruthy();
  expect(screen.queryByText('第 2 行 · 138******01')).toBeNull();
  await tap('看全部');
  expect(await screen.findByText('第 2 行 · 138******01')).toBeTruthy();
});

test('running → asked again until it is done, then no more', async () => {
  jest.useFakeTimers();
  let turn = 0;
  cloud(() => (++turn < 3 ? { ...job, state: 'running', done: turn } : job));
  render(<ReportPage />);
  const pass = async () => {
    for (let step = 0; step < 5; step++) await act(() => jest.advanceTimersByTimeAsync(2_000));
  };
  await pass();
  expect(screen.getByText('已处理 3 / 3 行')).toBeTruthy();
  const asked = sent.length;
  await pass();
  expect(sent.length).toBe(asked);
});

test('the report → saved; not saved → said', async () => {
  cloud(() => job);
  render(<ReportPage />);
  await screen.findByText('保存结果表格');
  await tap('保存结果表格');
  expect(save).toHaveBeenCalledWith('r.csv', 'https://f');
  save.mockResolvedValueOnce(false);
  await tap('保存结果表格');
  expect(screen.getByText('结果没有保存，请再试一次')).toBeTruthy();
});

test('another admin’s list → numbers, no rows, nothing to save', async () => {
  cloud(() => ({ ...job, mine: false }));
  render(<ReportPage />);
  expect(await screen.findByText('名单的内容只有导入它的管理员能看到')).toBeTruthy();
  expect(screen.queryByText('保存结果表格')).toBeNull();
  expect(sent.some(({ url }) => url.includes('/rows'))).toBe(false);
});

test('stopped → what to do with the rest', async () => {
  cloud(() => ({ ...job, state: 'stopped', done: 1 }));
  render(<ReportPage />);
  expect(await screen.findByText(/导入中途停止了/)).toBeTruthy();
});

test('unknown → not found; no network → can be tried again', async () => {
  network(() => no(404, 'not_found'));
  const page = render(<ReportPage />);
  expect(await screen.findByText('打不开这一页')).toBeTruthy();
  page.unmount();
  freshPhone();
  render(<ReportPage />);
  expect(await screen.findByText('没有取到')).toBeTruthy();
});

test('a guest → signs in first', () => {
  leave();
  render(<ReportPage />);
  expect(screen.getByText('组织管理员登录后可以看到导入结果。')).toBeTruthy();
});
