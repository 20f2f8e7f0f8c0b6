import { act, fireEvent, render, screen } from '@testing-library/react';
import ComplaintQueue from '../../../../../miniapp/src/complaints/queue/index';
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
const complaint = {
  ...{ complaintId: 'c'.repeat(12), reason: 'safety', text: '没有防护', state: 'open' },
  subject: { kind: 'activity', id: 'a'.repeat(12), title: '海边清洁' },
  ...{ at: now, handledBy: '市南区总队', dueAt: now + 86_400_000, answers: [], mayObject: false },
};
const answers = () => sent.filter(({ url }) => url.endsWith('/answer'));

beforeEach(() => {
  freshPhone();
  keep(sessionOf('0123456789ab'));
  openWith({ organisationId: 'b'.repeat(12) });
});

test('nothing waits → says so', async () => {
  network(() => ok({ complaints: [], now }));
  render(<ComplaintQueue />);
  expect(await screen.findByText('都答复了')).toBeTruthy();
});

test('without the role → why not', async () => {
  network(() => no(403, 'not_allowed'));
  render(<ComplaintQueue />);
  expect(await screen.findByText('这一页不对您开放')).toBeTruthy();
});

test('late → said in words', async () => {
  network(() => ok({ complaints: [{ ...complaint, dueAt: now - 1 }], now }));
  render(<ComplaintQueue />);
  expect(await screen.findByText('已超过答复期限')).toBeTruthy();
});

test('an empty answer is not sent; a written one is, and the list is asked anew', async () => {
  let waiting: object[] = [complaint];
  network(({ url }) => {
    if (!url.endsWith('/answer')) return ok({ complaints: waiting, now });
    waiting = [];
    return ok({});
  });
  render(<ComplaintQueue />);
  const press = async () =>
    act(async () => void fireEvent.click(screen.getByRole('button', { name: '答复' })));
  await screen.findByText('海边清洁');
  await press();
  expect(screen.getByText('请写下核实的情况和处理结果')).toBeTruthy();
  expect(answers()).toHaveLength(0);
  const box = screen.getByLabelText('答复');
  await act(async () => void fireEvent.input(box, { target: { value: '已整改' } }));
  await press();
  expect(answers().map(({ body }) => body)).toEqual([{ text: '已整改' }]);
  expect(await screen.findByText('都答复了')).toBeTruthy();
});
