import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { keep } from '../../../../../miniapp/src/tokens';
import ProfilePage from '../../../../../miniapp/src/volunteers/profile/index';
import { freshPhone, network, no, ok, sent, sessionOf } from '../../../../support/phone';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const profile = {
  ...{ name: '王芳', district: '370202', birthMonth: '199903' },
  ...{ maskedPhone: '156******77', phoneVerified: false, registeredAt: 1 },
};
const me = { volunteerId: '0123456789ab', profile, minutes: 0, points: 0, now: Date.now() };
const puts = () => sent.filter(({ method }) => method === 'PUT');

beforeEach(() => {
  freshPhone();
  network(({ method, body }) =>
    ok(method === 'PUT' ? { ...me, profile: { ...profile, ...body } } : me),
  );
});

async function typed(name: string) {
  keep(sessionOf(me.volunteerId));
  render(<ProfilePage />);
  fireEvent.change(await screen.findByDisplayValue('王芳'), { target: { value: name } });
  fireEvent.click(screen.getByText('保存'));
}

test('a guest → asked to sign in, nothing asked of the cloud', async () => {
  render(<ProfilePage />);
  expect(await screen.findByText('请先登录')).toBeTruthy();
  expect(sent).toEqual([]);
});

test('a new name → sent with the district as it was', async () => {
  await typed('王小芳');
  await waitFor(() => expect(puts()).toHaveLength(1));
  expect(puts()[0]?.body).toEqual({ name: '王小芳', district: '370202' });
});

test('a name with digits → said in place, nothing sent', async () => {
  await typed('王芳123');
  expect(await screen.findByText('姓名里只填文字，不要数字和符号')).toBeTruthy();
  expect(puts()).toEqual([]);
});

test('refused → the sentence of the refusal, the form stays', async () => {
  network(({ method }) =>
    method === 'PUT' ? no(403, 'not_registered', '请先完成志愿者登记') : ok(me),
  );
  await typed('王小芳');
  expect(await screen.findByText('请先完成志愿者登记')).toBeTruthy();
  expect(screen.getByDisplayValue('王小芳')).toBeTruthy();
});
