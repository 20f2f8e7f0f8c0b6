import { act, fireEvent, render, screen } from '@testing-library/react';
import WaysPage from '../../../../../miniapp/src/sessions/ways/index';
import { keep, person } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, no, ok, sent, sessionOf } from '../../../../support/phone';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const id = '0123456789ab';
const since = Date.now() - 86_400_000;
const weapp = { kind: 'weapp', since, current: true };
const phone = { kind: 'phone', masked: '138******00', since, current: false };
const press = async (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const type = async (label: string, value: string) =>
  act(async () => void fireEvent.input(screen.getByLabelText(label), { target: { value } }));

beforeEach(freshPhone);

test('a guest → is led to sign in', () => {
  render(<WaysPage />);
  expect(screen.getByText('请先登录')).toBeTruthy();
});

test('two ways → both are named, the current one is marked, the number to tell stands below', async () => {
  keep(sessionOf(id));
  network(() => ok({ ways: [weapp, phone] }));
  render(<WaysPage />);
  expect(await screen.findByText('手机号 138******00')).toBeTruthy();
  expect(screen.getByText('当前登录')).toBeTruthy();
  expect(screen.getByText(id)).toBeTruthy();
  expect(screen.getByRole('button', { name: '更换登录手机号' })).toBeTruthy();
});

test('the session ended elsewhere → why, and the way out', async () => {
  keep(sessionOf(id));
  network(() => no(401, 'session_expired'));
  render(<WaysPage />);
  expect(await screen.findByText('请先登录')).toBeTruthy();
});

test('another number is taken → said; a free one → the new session is kept', async () => {
  keep(sessionOf(id));
  let taken = true;
  network(({ url, method }) => {
    if (url.endsWith('/me/ways')) return ok({ ways: [weapp] });
    if (method !== 'PUT') return ok({});
    return taken ? no(409, 'phone_taken') : ok({ ...sessionOf(id), refreshToken: 'new' });
  });
  render(<WaysPage />);
  await screen.findByText('微信');
  await press('添加登录手机号');
  await type('手机号', '13800000000');
  await type('短信验证码', '123456');
  await press('更换');
  expect(await screen.findByText(/已属于另一位志愿者/)).toBeTruthy();
  taken = false;
  await press('更换');
  expect(person()?.refreshToken).toBe('new');
  const asked = sent.filter(({ method }) => method === 'PUT');
  expect(asked[0]?.body).toMatchObject({ phone: '13800000000', code: '123456' });
});
