import { act, fireEvent, render, screen } from '@testing-library/react';
import TotalsPage from '../../../../../miniapp/src/checkins/totals/index';
import { freshPhone, network, ok, sent } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const minutes = { A: 0, B: 0, C: 150, D: 0, E: 50, imported: 0 };
const months = [{ month: '202611', minutes, services: 3 }];

beforeEach(() => freshPhone());

test('an organisation → its months, and which share somebody typed', async () => {
  openWith({ organisationId: '0123456789ab' });
  network(() => ok({ name: '海岸志愿服务队', months }));
  render(<TotalsPage />);
  expect(await screen.findByText('海岸志愿服务队（含下级）')).toBeTruthy();
  expect(screen.getByText('共 3 小时 20 分，人工补录占 25%')).toBeTruthy();
  expect(screen.getByText('C 级 2 小时 30 分 · E 级 50 分钟')).toBeTruthy();
});

test('the city, then a district', async () => {
  openWith({});
  network(() => ok({ months }));
  render(<TotalsPage />);
  expect(await screen.findByText('2026年11月')).toBeTruthy();
  await act(async () => void fireEvent.click(screen.getByText('按区市')));
  expect(sent.map(({ url }) => url.split('?')[0])).toContain('/districts/370202/totals');
});

test('nothing yet → said so', async () => {
  openWith({});
  network(() => ok({ months: [] }));
  render(<TotalsPage />);
  expect(await screen.findByText('还没有工时')).toBeTruthy();
});
