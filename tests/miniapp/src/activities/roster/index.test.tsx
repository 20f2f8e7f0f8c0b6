import { act, fireEvent, render, screen } from '@testing-library/react';
import RosterPage from '../../../../../miniapp/src/activities/roster/index';
import { keep, leave } from '../../../../../miniapp/src/tokens';
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

const row = (volunteerId: string, maskedName: string) => ({
  ...{ volunteerId, maskedName, state: 'signed_up', walkIn: false, doubts: [] },
});
const tap = (name: string) => act(async () => void fireEvent.click(screen.getByText(name)));

beforeEach(() => {
  freshPhone();
  leave();
  keep(sessionOf('0123456789ab'));
  openWith({ shiftId: 's' });
});

test('minors are a number until one says what for; then they are on the list, and it is said who will see that', async () => {
  network(({ url }) =>
    url.includes('purpose=safety')
      ? ok({ rows: [row('a', '王*芳'), row('c', '李*雷')], withheldMinors: 0 })
      : ok({ rows: [row('a', '王*芳')], withheldMinors: 1 }),
  );
  render(<RosterPage />);
  expect(await screen.findByText('未成年人 ×1，查看需要写明用途')).toBeTruthy();
  expect(screen.queryByText('李*雷')).toBeNull();
  await tap('选择用途');
  await tap('现场安全');
  expect(await screen.findByText('李*雷')).toBeTruthy();
  expect(screen.getByText(/监护人可见的查阅记录/)).toBeTruthy();
  expect(sent.at(-1)?.url).toContain('purpose=safety');
});

test('nobody but minors → no empty page', async () => {
  network(() => ok({ rows: [], withheldMinors: 2 }));
  render(<RosterPage />);
  expect(await screen.findByText('未成年人 ×2，查看需要写明用途')).toBeTruthy();
  expect(screen.queryByText('还没有人报名')).toBeNull();
});

const serving = {
  ...row('d', '赵*'),
  ...{ state: 'checked_in', inAt: Date.UTC(2026, 10, 24, 6, 9), lateMinutes: 9 },
  doubts: ['shared_device', 'forwarded_picture'],
};

test('the doubtful first, in words; what stands behind it, and a break for somebody', async () => {
  network(({ method }) =>
    method === 'GET'
      ? ok({ rows: [serving, row('a', '王*芳')], withheldMinors: 0 })
      : ok({ breaks: [] }),
  );
  render(<RosterPage />);
  expect(await screen.findByText('同一部手机给几个人扫了码，另有 1 项')).toBeTruthy();
  expect(sent.at(-1)?.url).toContain('order=doubtful');
  expect(screen.getByText('14:09 签到 · 晚到 9 分钟')).toBeTruthy();
  await tap('赵*');
  expect(screen.getByText('扫的可能是别人转发的图片')).toBeTruthy();
  expect(screen.getByText(/不会自动扣时长/)).toBeTruthy();
  await tap('为对方登记休息');
  expect(sent.find(({ method }) => method === 'POST')?.url).toContain('/breaks/d');
});

test('another order → asked anew', async () => {
  network(() => ok({ rows: [row('a', '王*芳')], withheldMinors: 0 }));
  render(<RosterPage />);
  await screen.findByText('王*芳');
  await tap('按名单');
  expect(sent.at(-1)?.url).toContain('order=listed');
});
