import { act, fireEvent, render, screen } from '@testing-library/react';
import { keep } from '../../../../../miniapp/src/tokens';
import TypedQueuePage from '../../../../../miniapp/src/typed-hours/queue/index';
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

const id = 'a'.repeat(12);
const cap = {
  ...{ month: '202611', capMinutes: 600, leftMinutes: 90 },
  ...{ allowanceMinutes: 0, allowanceLeftMinutes: 0 },
};

const now = Date.now();
const row = {
  ...{ volunteerId: id, maskedName: '王*芳', shiftId: id, title: '海边清洁', minutes: 120 },
  ...{ arrivedAt: now - 7_200_000, leftAt: now, reason: 'no_phone', note: '没有带手机' },
  ...{ state: 'typed', typedAt: now, typistName: '*静', mayDecide: true },
};
const decisions = () => sent.filter(({ url }) => url.endsWith('/decision'));
const press = async (text: string) => act(async () => void fireEvent.click(screen.getByText(text)));

beforeEach(() => {
  freshPhone();
  keep(sessionOf('0123456789ab'));
  openWith({ organisationId: id });
});

test('nothing waits → says so, and how much may still be typed', async () => {
  network(() => ok({ rows: [], cap }));
  render(<TypedQueuePage />);
  expect(await screen.findByText('没有要审核的补录')).toBeTruthy();
  expect(screen.getByText('本月上限 10 小时')).toBeTruthy();
});

test('without the role → why not', async () => {
  network(() => no(403, 'not_allowed'));
  render(<TypedQueuePage />);
  expect(await screen.findByText('这一页不对您开放')).toBeTruthy();
});

test('one’s own row → nothing to press, and why', async () => {
  network(() => ok({ rows: [{ ...row, mayDecide: false }], cap }));
  render(<TypedQueuePage />);
  expect(await screen.findByText(/要由另一位审核人确认/)).toBeTruthy();
  expect(screen.queryByText('确认服务属实')).toBeNull();
});

test('a no needs a reason; a yes is sent, and the list is asked anew', async () => {
  let waiting: object[] = [row];
  network(({ url }) => {
    if (!url.endsWith('/decision')) return ok({ rows: waiting, cap });
    waiting = [];
    return ok({ state: 'credited', creditedMinutes: 120 });
  });
  render(<TypedQueuePage />);
  await screen.findByText('王*芳 · 2 小时');
  await press('不予确认');
  expect(screen.getByText('请写明为什么不确认，本人和补录的人会看到')).toBeTruthy();
  expect(decisions()).toEqual([]);
  await press('确认服务属实');
  expect(decisions()[0]?.body).toMatchObject({ verdict: 'confirm' });
  expect(await screen.findByText('没有要审核的补录')).toBeTruthy();
});
