import { act, fireEvent, render, screen } from '@testing-library/react';
import RecoveryDesk from '../../../../../miniapp/src/recoveries/desk/index';
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
const recovery = {
  ...{ recoveryId: 'c'.repeat(12), kind: 'merge', state: 'open', own: false },
  ...{ volunteerId: 'a'.repeat(12), maskedName: '王*芳' },
  ...{ closingId: 'd'.repeat(12), closingName: '王*芳', why: '一个人有两个账号' },
  ...{ openedAt: now, endsAt: now + 86_400_000 },
};
const membership = (roles: string[]) => ({
  ...{ organisationId, organisationName: '市南区总队', state: 'active', roles },
});
const decisions = () => sent.filter(({ url }) => url.endsWith('/decision'));
const press = async (name: string, at = 0) =>
  act(async () => {
    const button = screen.getAllByRole('button', { name })[at];
    if (button) fireEvent.click(button);
  });
const desk = (recoveries: object[], roles = ['admin']) =>
  network(({ url }) =>
    url.endsWith('/me/memberships')
      ? ok({ memberships: [membership(roles)] })
      : url.endsWith('/decision')
        ? ok({ ...recovery, state: 'done' })
        : ok({ recoveries, now }),
  );

beforeEach(() => {
  freshPhone();
  keep(sessionOf('0123456789ab'));
  openWith({});
});

test('nothing was asked for → says how it goes; an admin can ask, an auditor cannot', async () => {
  desk([]);
  const { unmount } = render(<RecoveryDesk />);
  expect(await screen.findByText('还没有申请')).toBeTruthy();
  expect(screen.getByRole('button', { name: '新的申请' })).toBeTruthy();
  unmount();
  freshPhone();
  keep(sessionOf('ba9876543210'));
  desk([], ['auditor']);
  render(<RecoveryDesk />);
  expect(await screen.findByText('还没有申请')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '新的申请' })).toBeNull();
});

test('without the role → why not', async () => {
  network(({ url }) =>
    url.endsWith('/me/memberships') ? ok({ memberships: [] }) : no(403, 'not_allowed'),
  );
  render(<RecoveryDesk />);
  expect(await screen.findByText('这里由管理员和审计员办理')).toBeTruthy();
});

test("another's request → confirmed after the question, never by one tap", async () => {
  desk([recovery]);
  render(<RecoveryDesk />);
  expect(await screen.findByText('保留 王*芳')).toBeTruthy();
  await press('确认办理');
  expect(decisions()).toHaveLength(0);
  await press('确认办理', 1);
  expect(decisions().map(({ body }) => body)).toEqual([{ decision: 'confirm' }]);
});

test('not agreed → only with a reason', async () => {
  desk([recovery]);
  render(<RecoveryDesk />);
  await screen.findByText('保留 王*芳');
  await press('不同意');
  await press('不同意', 1);
  expect(screen.getByText('请写下原因')).toBeTruthy();
  const box = screen.getByLabelText('原因');
  await act(async () => void fireEvent.input(box, { target: { value: '证件不符' } }));
  await press('不同意', 1);
  expect(decisions().map(({ body }) => body)).toEqual([{ decision: 'refuse', why: '证件不符' }]);
});

test("one's own request → waits for another; can be taken back, not confirmed", async () => {
  desk([{ ...recovery, own: true }]);
  render(<RecoveryDesk />);
  expect(await screen.findByText(/您不能确认自己的申请/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '确认办理' })).toBeNull();
  expect(screen.getByRole('button', { name: '撤回申请' })).toBeTruthy();
});
