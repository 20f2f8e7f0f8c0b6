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
  ...{ volunteerId, maskedName, state: 'signed_up', walkIn: false },
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
