import { render, screen } from '@testing-library/react';
import { RefusedAnswer } from '../../../../miniapp/src/answer/answer';
import { Refused } from '../../../../miniapp/src/api';
import { keep, leave } from '../../../../miniapp/src/tokens';
import { freshPhone, sessionOf } from '../../../support/phone';

jest.mock(
  '../../../../miniapp/src/device/storage',
  () => require('../../../support/phone').phoneStorage,
);

beforeEach(freshPhone);
const expired = new Refused('session_expired', 401, '登录已过期，请重新登录');

test('a guest is told to sign in, not that something has run out', () => {
  leave();
  render(<RefusedAnswer refusal={expired} />);
  expect(screen.getByText('请先登录')).toBeTruthy();
  expect(screen.queryByText(expired.message)).toBeNull();
  expect(screen.getByRole('button', { name: '去登录' })).toBeTruthy();
});

test('whoever was signed in is told that it has run out', () => {
  keep(sessionOf('0123456789ab'));
  render(<RefusedAnswer refusal={expired} />);
  expect(screen.getByText(expired.message)).toBeTruthy();
});
