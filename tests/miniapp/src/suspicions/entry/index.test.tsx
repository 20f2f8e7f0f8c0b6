import { act, fireEvent, render, screen } from '@testing-library/react';
import SampledEntry from '../../../../../miniapp/src/suspicions/entry/index';
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
const row = {
  ...{ personName: '未成年人', minor: true, title: '外地工时', placeName: '', doubts: [] },
  ...{ startsAt: now, endsAt: now, state: 'credited' },
  entry: {
    ...{ sequence: 1, grade: 'imported', rawMinutes: 90, creditedMinutes: 90, pack: 'standard 1' },
    ...{ hash: 'ab'.repeat(32), at: now, holds: true },
  },
};
const notes = () => sent.filter(({ method }) => method === 'PUT');

beforeEach(() => {
  freshPhone();
  keep(sessionOf('0123456789ab'));
  openWith({ organisationId, volunteerId: 'a'.repeat(12), sequence: '1' });
});

test('what another system vouches for is said to be that; no name of a minor', async () => {
  network(() => ok({ row, now }));
  render(<SampledEntry />);
  expect(await screen.findByText('未成年人 · 外地工时')).toBeTruthy();
  expect(screen.getByText('第 1 笔 · 1 小时 30 分 · 转入')).toBeTruthy();
});

test('a note needs words; it is sent, and the page asked anew', async () => {
  let checked: object | undefined;
  network(({ method }) => {
    if (method !== 'PUT') return ok({ row, ...(checked && { checked }), now });
    checked = { result: 'doubtful', note: '签到表上没有', byName: '*正', at: now };
    return ok(checked);
  });
  render(<SampledEntry />);
  await screen.findByText('记录抽查结果');
  const press = async () =>
    act(async () => void fireEvent.click(screen.getByRole('button', { name: '保存结果' })));
  await press();
  expect(screen.getByText('请写下您核对了什么')).toBeTruthy();
  await act(async () => void fireEvent.click(screen.getByRole('tab', { name: '有疑问' })));
  const box = screen.getByLabelText('核对情况');
  await act(async () => void fireEvent.input(box, { target: { value: '签到表上没有' } }));
  await press();
  expect(notes().map(({ body }) => body)).toEqual([{ result: 'doubtful', note: '签到表上没有' }]);
  expect(await screen.findByText('抽查结果：有疑问')).toBeTruthy();
});

test('one’s own → who else does it', async () => {
  network(({ method }) => (method === 'PUT' ? no(403, 'not_to_oneself') : ok({ row, now })));
  render(<SampledEntry />);
  await screen.findByText('记录抽查结果');
  const box = screen.getByLabelText('核对情况');
  await act(async () => void fireEvent.input(box, { target: { value: '看过' } }));
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '保存结果' })));
  expect(await screen.findByRole('alert')).toBeTruthy();
});
