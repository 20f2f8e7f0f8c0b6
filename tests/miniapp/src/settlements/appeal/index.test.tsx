import { act, fireEvent, render, screen } from '@testing-library/react';
import AppealPage from '../../../../../miniapp/src/settlements/appeal/index';
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
const mine = {
  ...{ shiftId: 'a'.repeat(12), title: '海边清洁', startsAt: now - 9e7, endsAt: now - 8e7 },
  ...{ leaveUntil: now - 7e7, state: 'closed', inAt: now - 9e7, mayAppeal: true, now },
  ...{ appealUntil: now + 9e7, objected: false },
};
const posts = () => sent.filter(({ method }) => method === 'POST');
const press = async (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

beforeEach(() => {
  freshPhone();
  keep(sessionOf('0123456789ab'));
  openWith({ shiftId: mine.shiftId });
});

test('another’s record → not found', async () => {
  network(() => no(404, 'not_found'));
  render(<AppealPage />);
  expect(await screen.findByText(/没有找到/)).toBeTruthy();
});

test('closed: both times or none, and words; then it is shown where it lies', async () => {
  let shown: object = mine;
  network(({ method }) => {
    const appeal = {
      state: 'open',
      text: '做到了结束',
      at: now,
      dueAt: now + 9e8,
      handledBy: '净滩分队',
    };
    if (method === 'POST') shown = { ...mine, mayAppeal: false, appeal };
    return ok(shown);
  });
  render(<AppealPage />);
  await screen.findByText(/待确认离开时间/);
  await press('提交申诉');
  expect(screen.getByText('请写下实际的情况')).toBeTruthy();
  fireEvent.input(screen.getByLabelText('实际的情况'), { target: { value: '做到了结束' } });
  await press('提交申诉');
  expect(screen.getByText('到达和离开时间请都填写')).toBeTruthy();
  expect(posts()).toEqual([]);
});

test('decided: the reason stands there, and there is nothing to send', async () => {
  const appeal = {
    ...{ state: 'dismissed', text: '做到了结束', at: now, dueAt: now, handledBy: '净滩分队' },
    decision: { upheld: false, reason: '照片里没有您', at: now },
  };
  network(() => ok({ ...mine, mayAppeal: false, appeal }));
  render(<AppealPage />);
  expect(await screen.findByText('照片里没有您')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '提交申诉' })).toBeNull();
});
