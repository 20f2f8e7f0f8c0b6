import { act, fireEvent, render, screen } from '@testing-library/react';
import DisputeQueue from '../../../../../miniapp/src/settlements/disputes/index';
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
const dispute = {
  ...{ disputeId: 'd'.repeat(12), kind: 'objection', state: 'open', shiftId: 'a'.repeat(12) },
  ...{ activityId: 'c'.repeat(12), title: '海边清洁', startsAt: now - 9e7, endsAt: now - 8e7 },
  ...{ leaveUntil: now - 7e7, maskedName: '李*雷', reason: 'left_early', text: '三点就走了' },
  ...{ at: now, dueAt: now + 9e7, mayDecide: true },
  record: { state: 'credited', doubts: [], creditedMinutes: 120 },
};
const posts = () => sent.filter(({ method }) => method === 'POST');
const press = async (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

beforeEach(() => {
  freshPhone();
  keep(sessionOf('0123456789ab'));
  openWith({ organisationId: 'b'.repeat(12) });
});

test('without the role → why not', async () => {
  network(() => no(403, 'not_allowed'));
  render(<DisputeQueue />);
  expect(await screen.findByText('这一页不对您开放')).toBeTruthy();
});

test('nothing waits → says so', async () => {
  network(() => ok({ disputes: [], now }));
  render(<DisputeQueue />);
  expect(await screen.findByText('都核实了')).toBeTruthy();
});

test('decided with a reason, then the list is asked anew', async () => {
  let waiting: object[] = [dispute];
  network(({ method }) => {
    if (method === 'POST') waiting = [];
    return ok(method === 'GET' ? { disputes: waiting, now } : { state: 'dismissed' });
  });
  render(<DisputeQueue />);
  await screen.findByText('公示异议 · 李*雷');
  await press('提交核实结果');
  expect(screen.getByText('请写明核实的情况')).toBeTruthy();
  fireEvent.input(screen.getByLabelText('核实的情况'), { target: { value: '问过现场的人' } });
  await press('提交核实结果');
  expect(posts()).toMatchObject([{ body: { verdict: 'dismiss', reason: '问过现场的人' } }]);
  expect(await screen.findByText('都核实了')).toBeTruthy();
});

test('who had a hand in it does not decide', async () => {
  network(() => ok({ disputes: [{ ...dispute, mayDecide: false }], now }));
  render(<DisputeQueue />);
  expect(await screen.findByText(/请另一位工作人员核实/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '提交核实结果' })).toBeNull();
});
