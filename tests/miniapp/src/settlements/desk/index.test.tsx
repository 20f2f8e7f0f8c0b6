import { act, fireEvent, render, screen } from '@testing-library/react';
import SettlementDesk from '../../../../../miniapp/src/settlements/desk/index';
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
const dayMs = 86_400_000;
const end = (at: number) => ({ at, by: 'token', late: true });
const row = {
  ...{ volunteerId: 'b'.repeat(12), maskedName: '李*雷', walkIn: false, state: 'late' },
  ...{ in: end(now - 3 * dayMs), out: end(now - 3 * dayMs + 1), grade: 'C' },
  ...{ doubts: ['late_upload'], joint: false, disputed: false, own: false },
};
const none = { late: 0, closed: 0, typed: 0, checkedIn: 0 };
const desk = {
  ...{ shiftId: 'a'.repeat(12), activityId: 'c'.repeat(12), title: '海边清洁', credited: 3 },
  ...{ startsAt: now - 3 * dayMs, endsAt: now - 3 * dayMs + 1, leaveUntil: now - 2 * dayMs },
  ...{ counts: none, rows: [], settleFrom: now - dayMs, maySettle: true, now },
};
const posts = () => sent.filter(({ method }) => method === 'POST');
const press = async (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

beforeEach(() => {
  freshPhone();
  keep(sessionOf('0123456789ab'));
  openWith({ shiftId: desk.shiftId });
});

test('without the role → why not', async () => {
  network(() => no(403, 'not_allowed'));
  render(<SettlementDesk />);
  expect(await screen.findByText('这一页不对您开放')).toBeTruthy();
});

test('one person: the evidence in words, then the word; there is no button for all', async () => {
  network(({ method }) =>
    ok(method === 'GET' ? { ...desk, counts: { ...none, late: 1 }, rows: [row] } : {}),
  );
  render(<SettlementDesk />);
  expect(await screen.findByText('李*雷 · 事后上传')).toBeTruthy();
  expect(screen.getByText('扫码后没有立即上传')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /全部/ })).toBeNull();
  expect(screen.queryByRole('button', { name: '结算并公示' })).toBeNull();
  await press('确认这个人到场');
  expect(posts()).toMatchObject([{ body: { verdict: 'confirm' } }]);
});

test('who never checked out: no word without a leaving time; to decline one says why', async () => {
  const { out: _, ...open } = row;
  network(({ method }) =>
    ok(method === 'GET' ? { ...desk, rows: [{ ...open, state: 'closed' }] } : {}),
  );
  render(<SettlementDesk />);
  await screen.findByText('李*雷 · 没有签退');
  await press('确认这个人到场');
  expect(screen.getByText('请先选择离开时间')).toBeTruthy();
  await press('不予确认');
  await press('提交不予确认');
  expect(screen.getByText('请写明不予确认的原因')).toBeTruthy();
  expect(posts()).toEqual([]);
});

test('nobody waits and the day is over → settled; before that it says from when on', async () => {
  let shown: object = desk;
  network(({ method }) => {
    if (method === 'POST') shown = { ...desk, settledAt: now, noticeUntil: now + dayMs };
    return ok(method === 'GET' ? shown : {});
  });
  render(<SettlementDesk />);
  await screen.findByText('没有人等您确认');
  await press('结算并公示');
  expect(await screen.findByText(/公示到/)).toBeTruthy();
});

test('too early → from when on', async () => {
  network(() => ok({ ...desk, settleFrom: now + dayMs }));
  render(<SettlementDesk />);
  expect(await screen.findByText(/起可以结算/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: '结算并公示' })).toBeNull();
});

test('one’s own → somebody else', async () => {
  network(() => ok({ ...desk, rows: [{ ...row, own: true }] }));
  render(<SettlementDesk />);
  expect(await screen.findByText('这是您自己或家人，请另一位组织者确认')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '确认这个人到场' })).toBeNull();
});
