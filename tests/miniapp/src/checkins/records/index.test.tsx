import { render, screen } from '@testing-library/react';
import RecordsPage from '../../../../../miniapp/src/checkins/records/index';
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

const at = (day: string): number => Date.parse(`${day}T10:00:00+08:00`);
const row = (shiftId: string, day: string, creditedMinutes?: number) => ({
  ...{ shiftId, activityId: 'a', title: `服务 ${shiftId}`, placeName: '五四广场' },
  ...{ startsAt: at(day), endsAt: at(day) + 7_200_000, state: 'credited', creditedMinutes },
});

beforeEach(() => {
  freshPhone();
  leave();
  keep(sessionOf('0123456789ab'));
  openWith({});
});

test('by month with its sum, in one question', async () => {
  const records = [row('1', '2026-11-20', 120), row('2', '2026-11-03', 30), row('3', '2026-10-09')];
  network(() => ok({ records, now: at('2026-11-24') }));
  render(<RecordsPage />);
  expect(await screen.findByText('2026年11月 · 2 小时 30 分')).toBeTruthy();
  expect(screen.getByText('2026年10月')).toBeTruthy();
  expect(sent.filter(({ url }) => url.startsWith('/me/'))).toHaveLength(1);
});

test('a month that is not all there has no sum', async () => {
  const records = [row('1', '2026-11-20', 120)];
  network(() => ok({ records, cursor: 'more', now: at('2026-11-24') }));
  render(<RecordsPage />);
  expect(await screen.findByText('2026年11月')).toBeTruthy();
  expect(screen.queryByText(/2026年11月 ·/)).toBeNull();
});
