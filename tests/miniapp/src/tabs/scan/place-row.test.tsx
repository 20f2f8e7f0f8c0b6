import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { PlaceRow } from '../../../../../miniapp/src/tabs/scan/place-row';
import { allowWitness, useWitness } from '../../../../../miniapp/src/tabs/scan/witness';
import { freshPhone, kept } from '../../../../support/phone';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);

const row = () => screen.getByRole('button', { name: /扫码时记录位置/ });
const press = () => act(async () => void fireEvent.click(row()));

beforeEach(() => {
  freshPhone();
  allowWitness({ allowed: false });
});

test('refused → said, and nothing is allowed; then allowed, kept, and taken back', async () => {
  (Taro.getLocation as unknown as jest.Mock).mockRejectedValueOnce({ errMsg: 'fail auth deny' });
  render(<PlaceRow />);
  await press();
  expect(row().textContent).toContain('没有位置权限');
  expect(useWitness.getState().allowed).toBe(false);
  await press();
  expect(screen.getByText('已允许')).toBeTruthy();
  expect(kept.get('witness')).toBe('true');
  await press();
  expect(screen.queryByText('已允许')).toBeNull();
  expect(kept.get('witness')).toBe('false');
});
