import { act, fireEvent, render, screen } from '@testing-library/react';
import PhonePage from '../../../../../miniapp/src/sessions/phone/index';
import { person } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, no, noNetwork, ok, sent, sessionOf } from '../../../../support/phone';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const id = '0123456789ab';
const now = Date.now();
const sentTo = (path: string) => sent.filter(({ url }) => url.endsWith(path));
const type = async (label: string, value: string) =>
  act(async () => void fireEvent.input(screen.getByLabelText(label), { target: { value } }));
const press = async (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const codeSent = () => ok({ againAt: Date.now() + 60_000, endsAt: now + 300_000, now: Date.now() });

beforeEach(freshPhone);

test('half a number → said at the field, nothing is sent', async () => {
  render(<PhonePage />);
  await type('手机号', '1380000');
  await press('获取验证码');
  expect(screen.getByText('请填写 11 位手机号')).toBeTruthy();
  await press('登录');
  expect(screen.getByText('请填写短信里的 6 位数字')).toBeTruthy();
  expect(sent).toHaveLength(0);
});

test('a number → a code is sent; the button counts down and sends no second one', async () => {
  network(codeSent);
  render(<PhonePage />);
  await type('手机号', '13800000000');
  await press('获取验证码');
  expect(screen.getByText('验证码已发到 13800000000，5 分钟内有效')).toBeTruthy();
  await press(/秒后可重新获取/);
  expect(sentTo('/sms-codes')).toHaveLength(1);
  expect(sentTo('/sms-codes')[0]?.body).toMatchObject({ phone: '13800000000', purpose: 'sign_in' });
});

test('no network → said, and the next try carries the same id', async () => {
  network(noNetwork);
  render(<PhonePage />);
  await type('手机号', '13800000000');
  await press('获取验证码');
  expect(screen.getByText('网络不通，请检查网络后再试')).toBeTruthy();
  network(codeSent);
  await press('获取验证码');
  const ids = sentTo('/sms-codes').map(({ body }) => (body as { requestId: string }).requestId);
  expect(ids).toHaveLength(2);
  expect(ids[0]).toBe(ids[1]);
});

test('too often → the sentence that says what to do', async () => {
  network(() => no(429, 'sms_too_often'));
  render(<PhonePage />);
  await type('手机号', '13800000000');
  await press('获取验证码');
  expect(screen.getByText('短信发得太频繁，请过一会儿再获取验证码')).toBeTruthy();
});

test('a wrong code → said, a guest still; the right one → signed in', async () => {
  network(({ url }) => (url.endsWith('/by-phone') ? no(422, 'sms_code_wrong') : codeSent()));
  render(<PhonePage />);
  await type('手机号', '13800000000');
  await type('短信验证码', '123456');
  await press('登录');
  expect(screen.getByText('验证码不对，请看最新收到的短信')).toBeTruthy();
  expect(person()).toBeUndefined();
  network(({ url }) => (url.endsWith('/by-phone') ? ok(sessionOf(id)) : ok({ volunteerId: id })));
  await type('短信验证码', '654321');
  await press('登录');
  expect(person()?.volunteerId).toBe(id);
  const ids = sentTo('/by-phone').map(({ body }) => (body as { requestId: string }).requestId);
  expect(new Set(ids).size).toBe(2);
});
