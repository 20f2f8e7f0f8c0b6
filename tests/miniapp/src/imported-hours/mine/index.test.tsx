import { act, fireEvent, render, screen } from '@testing-library/react';
import MyImportedHoursPage from '../../../../../miniapp/src/imported-hours/mine/index';
import { keep } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, ok, sent, sessionOf } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const row = {
  ...{ rowKey: 'a', title: '校园急救讲座', organisation: '医学院', sourceName: '高校系统' },
  ...{ minutes: 90, from: Date.UTC(2024, 4, 1) },
};
const nothing = { rows: [], more: false, nameDiffers: false };

beforeEach(() => {
  freshPhone();
  keep(sessionOf('0123456789ab'));
  openWith({});
});

test('all pages are fetched, each with a request of its own, and the sum is said', async () => {
  let pages = 2;
  network(({ method }) => {
    if (method === 'GET') return ok(pages > 0 ? { ...nothing, rows: [row] } : nothing);
    pages -= 1;
    return ok({ rows: 1, minutes: 90, more: pages > 0 });
  });
  render(<MyImportedHoursPage />);
  await screen.findByText('校园急救讲座');
  await act(async () => void fireEvent.click(screen.getByText('全部转入我的工时')));
  expect(await screen.findByText(/已转入 2 条/)).toBeTruthy();
  const ids = sent.flatMap(({ method, body }) =>
    method === 'POST' ? [(body as { requestId: string }).requestId] : [],
  );
  expect(new Set(ids).size).toBe(2);
  expect(await screen.findByText('没有等您领取的时长')).toBeTruthy();
});

test.each([
  [{ missing: 'phone' }, '请先验证手机号'],
  [{ missing: 'real_name' }, '请先完成实名核验'],
  [{ nameDiffers: true }, /您的手机号下还有姓名不同的记录/],
])('%j → what to do', async (more, said) => {
  network(() => ok({ ...nothing, ...more }));
  render(<MyImportedHoursPage />);
  expect(await screen.findByText(said)).toBeTruthy();
  expect(screen.queryByText('全部转入我的工时')).toBeNull();
});
