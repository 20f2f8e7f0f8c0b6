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
  ...{ maskedPhone: '156******77', phoneVerified: false, registeredAt: 1, realNameLevel: 0 },
  ...{ skills: ['law'], wishes: [], trainings: [], emergencyAllowed: false },
};
const consents = [
  { purpose: 'emergency_contact', needed: false, version: '2026-11-1', state: 'unsaid' },
];
const me = { volunteerId: '0123456789ab', profile, minutes: 0, points: 0, now: Date.now() };
const puts = () => sent.filter(({ method }) => method === 'PUT');

beforeEach(() => {
  freshPhone();
  network(({ url }) => (url.endsWith('/me/consents') ? ok({ consents, history: [] }) : ok(me)));
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

test('a new name → sent with everything else as it was, and no contact', async () => {
  await typed('王小芳');
  await waitFor(() => expect(puts()).toHaveLength(1));
  const rest = { district: '370202', skills: ['law'], wishes: [] };
  expect(puts()[0]?.body).toEqual({ name: '王小芳', ...rest });
});

test('a skill is tapped, and tapped again → sent as it stands', async () => {
  keep(sessionOf(me.volunteerId));
  render(<ProfilePage />);
  fireEvent.click(await screen.findByLabelText('驾驶'));
  fireEvent.click(screen.getByLabelText('法律咨询'));
  fireEvent.click(screen.getByText('保存'));
  await waitFor(() => expect(puts()).toHaveLength(1));
  expect(puts()[0]?.body).toMatchObject({ skills: ['driving'] });
});

test('a contact without consent → said in place; with it the consent goes first', async () => {
  keep(sessionOf(me.volunteerId));
  render(<ProfilePage />);
  fireEvent.change(await screen.findByLabelText('联系人姓名'), { target: { value: '李雷' } });
  fireEvent.change(screen.getByLabelText('联系人手机号'), { target: { value: '13611112222' } });
  // The fourth of the wheel.
  fireEvent.change(screen.getByLabelText('与您的关系'), { target: { value: '3' } });
  fireEvent.click(screen.getByText('保存'));
  expect(await screen.findByText('请先同意，再保存紧急联系人')).toBeTruthy();
  expect(puts()).toEqual([]);
  fireEvent.click(screen.getByLabelText('同意保存紧急联系人'));
  fireEvent.click(screen.getByText('保存'));
  await waitFor(() => expect(puts()).toHaveLength(2));
  expect(puts()[0]?.body).toEqual({
    purpose: 'emergency_contact',
    given: true,
    version: '2026-11-1',
  });
  expect(puts()[1]?.body).toMatchObject({
    emergencyContact: { name: '李雷', phoneNumber: '13611112222', relation: 'friend' },
  });
});

test('after the real name → the name cannot be typed over, the number shows its ends', async () => {
  const maskedIdentity = '3702**********1234';
  network(() => ok({ ...me, profile: { ...profile, realNameLevel: 1, maskedIdentity } }));
  keep(sessionOf(me.volunteerId));
  render(<ProfilePage />);
  expect(((await screen.findByDisplayValue('王芳')) as HTMLInputElement).disabled).toBe(true);
  expect(screen.getByText(maskedIdentity)).toBeTruthy();
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
