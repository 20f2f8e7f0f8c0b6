import { act, fireEvent, render, screen } from '@testing-library/react';
import MyComplaints from '../../../../../miniapp/src/complaints/mine/index';
import { keep, leave } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, no, ok, sessionOf } from '../../../../support/phone';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const now = Date.now();
const answered = {
  ...{ complaintId: 'c'.repeat(12), reason: 'safety', text: '没有防护', state: 'answered' },
  subject: { kind: 'activity', id: 'a'.repeat(12), title: '海边清洁' },
  ...{ at: now, handledBy: '市南区总队', dueAt: now + 86_400_000, mayObject: true },
  answers: [{ organisationName: '市南区总队', text: '已整改', at: now }],
};
const object = () =>
  act(async () => void fireEvent.click(screen.getByText('对答复不满意，请上一级再看')));

beforeEach(() => {
  freshPhone();
  keep(sessionOf('0123456789ab'));
});

test('a guest is asked to sign in first', () => {
  leave();
  render(<MyComplaints />);
  expect(screen.getByText('登录后查看进展。')).toBeTruthy();
});

test('none → where one can complain', async () => {
  network(() => ok({ complaints: [], now }));
  render(<MyComplaints />);
  expect(await screen.findByText('没有投诉')).toBeTruthy();
});

test('an answer that does not help → one press asks the one above', async () => {
  let shown: object = answered;
  network(({ url }) => {
    if (!url.endsWith('/objection')) return ok({ complaints: [shown], now });
    shown = { ...answered, state: 'open', mayObject: false };
    return ok({});
  });
  render(<MyComplaints />);
  expect(await screen.findByText('市南区总队的答复')).toBeTruthy();
  await object();
  expect(await screen.findByText('待答复')).toBeTruthy();
  expect(screen.queryByText('对答复不满意，请上一级再看')).toBeNull();
});

test('the objection is refused → why, and the answer stays on screen', async () => {
  network(({ url }) =>
    url.endsWith('/objection') ? no(409, 'complaint_final') : ok({ complaints: [answered], now }),
  );
  render(<MyComplaints />);
  await screen.findByText('市南区总队的答复');
  await object();
  expect(screen.getByText('已由最上级组织答复，如仍有异议请向民政部门反映')).toBeTruthy();
});
