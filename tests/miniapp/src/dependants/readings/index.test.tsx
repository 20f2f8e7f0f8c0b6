import { render, screen } from '@testing-library/react';
import ReadingsPage from '../../../../../miniapp/src/dependants/readings/index';
import { keep } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, ok, sessionOf } from '../../../../support/phone';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

beforeEach(freshPhone);

test('a guest → is led to sign in', () => {
  render(<ReadingsPage />);
  expect(screen.getByText('请先登录')).toBeTruthy();
});

test('nobody looked → says so', async () => {
  network(() => ok({ readings: [] }));
  keep(sessionOf('0123456789ab'));
  render(<ReadingsPage />);
  expect(await screen.findByText('还没有人查看过')).toBeTruthy();
});
