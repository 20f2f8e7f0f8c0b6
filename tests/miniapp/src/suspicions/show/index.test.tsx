import { act, fireEvent, render, screen } from '@testing-library/react';
import SuspicionPage from '../../../../../miniapp/src/suspicions/show/index';
import { keep } from '../../../../../miniapp/src/tokens';
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

const now = Date.now();
const organisationId = 'b'.repeat(12);
const suspicion = {
  ...{ findingId: 'f'.repeat(12), organisationName: '净滩分队', month: '202611' },
  ...{ subject: { kind: 'shift', name: '海边清洁' }, severity: 'grave', rows: 30, foundAt: now },
  signals: [{ rule: 'shared_device', says: '1 部手机一共给 30 人扫码' }],
};
const row = {
  ...{ personName: '*雷', minor: false, title: '海边清洁', placeName: '五四广场' },
  ...{ startsAt: now - 7_200_000, endsAt: now, state: 'credited', doubts: ['typed_time'] },
  in: { at: now - 7_200_000, how: 'token', byName: '*静', lateAt: now },
  out: { at: now, how: 'confirmed' },
  typing: { byName: '*静', at: now, says: '手机没电', reason: 'no_phone' },
  decision: { byName: '*国', at: now, says: '核对过签到表' },
  entry: {
    ...{ sequence: 3, grade: 'E', rawMinutes: 120, creditedMinutes: 120, pack: 'qingdao 1' },
    ...{ hash: 'ab'.repeat(32), at: now, holds: true },
  },
};
const verdicts = () => sent.filter(({ url }) => url.endsWith('/verdict'));

beforeEach(() => {
  freshPhone();
  keep(sessionOf('0123456789ab'));
  openWith({ organisationId, findingId: suspicion.findingId });
});

test('not for oneself → as if it were not there', async () => {
  network(() => no(404, 'not_found'));
  render(<SuspicionPage />);
  expect(await screen.findByText('打不开这一页')).toBeTruthy();
});

test('the rows say who, how, on whose word, and that the ledger holds', async () => {
  network(() => ok({ suspicion, rows: [row], now }));
  render(<SuspicionPage />);
  expect(await screen.findByText('*雷 · 海边清洁')).toBeTruthy();
  for (const text of ['时间由组织者填写', '*静 补录：志愿者没有手机，也没有带卡', '*国 确认']) {
    expect(screen.getByText(text)).toBeTruthy();
  }
  expect(screen.getByText('第 3 笔 · 2 小时 · E 级')).toBeTruthy();
  expect(screen.getByText('与指纹一致')).toBeTruthy();
});

test('an altered entry → said in words', async () => {
  const altered = { ...row, entry: { ...row.entry, holds: false } };
  network(() => ok({ suspicion, rows: [altered], now }));
  render(<SuspicionPage />);
  expect(await screen.findByText('与指纹不符，账目可能被改过')).toBeTruthy();
});

test('more rows → fetched from where the first page ended', async () => {
  network(({ url }) =>
    url.includes('from=20')
      ? ok({ suspicion, rows: [{ ...row, personName: '*梅' }], now })
      : ok({ suspicion, rows: [row], next: 20, now }),
  );
  render(<SuspicionPage />);
  await screen.findByText('*雷 · 海边清洁');
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '加载更多' })));
  expect(await screen.findByText('*梅 · 海边清洁')).toBeTruthy();
  expect(screen.getByText('没有更多了')).toBeTruthy();
});

test('a verdict needs its reason, and is sent once', async () => {
  network(({ url }) =>
    url.endsWith('/verdict') ? ok(suspicion) : ok({ suspicion, rows: [], now }),
  );
  render(<SuspicionPage />);
  await screen.findByText('您的判断');
  const press = async () =>
    act(async () => void fireEvent.click(screen.getByRole('button', { name: '提交判断' })));
  await press();
  expect(screen.getByText('请写下您核实了什么')).toBeTruthy();
  expect(verdicts()).toHaveLength(0);
  await act(async () => void fireEvent.click(screen.getByRole('tab', { name: '属实' })));
  const box = screen.getByLabelText('理由');
  await act(async () => void fireEvent.input(box, { target: { value: '一部手机代签' } }));
  await press();
  expect(verdicts().map(({ body }) => body)).toEqual([
    { verdict: 'founded', reason: '一部手机代签' },
  ]);
});

test('judged → what it came to, and no second verdict', async () => {
  const judged = { verdict: 'founded', reason: '一部手机代签', byName: '*正', at: now };
  network(() => ok({ suspicion: { ...suspicion, judged }, rows: [], now }));
  render(<SuspicionPage />);
  expect(await screen.findByText('判断：属实')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '提交判断' })).toBeNull();
});
