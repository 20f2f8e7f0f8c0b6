import { act, fireEvent, render, screen } from '@testing-library/react';
import NoticePage from '../../../../../miniapp/src/settlements/notice/index';
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
const end = (by: string) => ({ at: now - 86_400_000, by, late: false });
const row = {
  ...{ rowId: 'a'.repeat(32), maskedName: '李*雷', in: end('token'), out: end('confirmed') },
  ...{ rawMinutes: 120, creditedMinutes: 120, grade: 'D', disputed: false },
  noticeUntil: now + 86_400_000,
};
const notice = {
  ...{ shiftId: 'a'.repeat(12), activityId: 'c'.repeat(12), title: '海边清洁' },
  ...{ organisationName: '净滩分队', startsAt: now - 86_400_000, endsAt: now - 80_000_000 },
  ...{ settledAt: now, noticeUntil: now + 86_400_000, now },
  ...{ share: { rows: 2, late: 1, typed: 0 }, rows: [row] },
};
const posts = () => sent.filter(({ method }) => method === 'POST');
const press = async (name: RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

beforeEach(() => {
  freshPhone();
  openWith({ shiftId: notice.shiftId });
});

test('not settled → not found', async () => {
  network(() => no(404, 'not_found'));
  render(<NoticePage />);
  expect(await screen.findByText(/没有找到/)).toBeTruthy();
});

test('a guest reads it, minors as numbers, and cannot object', async () => {
  const { maskedName: _, ...child } = row;
  network(() => ok({ ...notice, rows: [{ ...child, number: 12345 }] }));
  render(<NoticePage />);
  expect(await screen.findByText('未成年志愿者 12345 · 2 小时')).toBeTruthy();
  expect(screen.getByText('登录后点一条记录，可以提出异议。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /未成年志愿者/ })).toBeNull();
});

test('signed in: one row is objected to, with words; the same id when it is sent again', async () => {
  keep(sessionOf('0123456789ab'));
  network(({ method }) => (method === 'POST' ? no(503, 'busy') : ok(notice)));
  render(<NoticePage />);
  await screen.findByText('李*雷 · 2 小时');
  await press(/李\*雷/);
  await press(/提交异议/);
  expect(screen.getByText('请写下您看到的情况')).toBeTruthy();
  fireEvent.input(screen.getByLabelText('您看到的情况'), { target: { value: '三点就走了' } });
  await press(/提交异议/);
  await press(/提交异议/);
  const ids = posts().map(({ body }) => (body as { requestId: string }).requestId);
  expect(ids.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(1);
});
