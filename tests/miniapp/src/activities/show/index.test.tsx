import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import ShowPage from '../../../../../miniapp/src/activities/show/index';
import { keepAnswer, keyOf } from '../../../../../miniapp/src/cache';
import { keep, leave } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, no, noNetwork, ok, sent, sessionOf } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const activityId = '0123456789ab';
const shiftId = 'abcdefabcdef';
const hour = 3_600_000;
const startsAt = Date.now() + 24 * hour;
let mine: { state: string } | undefined;
let organising = false;
const activity = () => ({
  activityId,
  organisationId: activityId,
  organisationName: '净滩分队',
  title: '第一海水浴场净滩',
  description: '捡拾垃圾',
  category: 'environment',
  beneficiary: 'public',
  district: '370202',
  place: { name: '海边', address: '南海路', latitude: 36, longitude: 120, radiusMeters: 200 },
  risks: '礁石湿滑',
  contact: '陈静 0532-55509001',
  shifts: [
    {
      shiftId,
      startsAt,
      endsAt: startsAt + 2 * hour,
      capacity: 10,
      taken: 3,
      cancelled: false,
      mine,
    },
  ],
  organising,
  now: Date.now(),
});
const cloud = () =>
  network(({ method, url }) => {
    if (url.endsWith('/signup')) {
      mine = { state: method === 'PUT' ? 'signed_up' : 'withdrawn' };
      return ok({ state: mine.state });
    }
    if (url === '/me') return ok({ volunteerId: activityId, profile: {} });
    if (url === '/sessions') return ok(sessionOf(activityId));
    return ok(activity());
  });
const action = () => document.querySelector('#action');
const press = (element: Element | null) =>
  act(async () => void (element && fireEvent.click(element)));

beforeEach(() => {
  freshPhone();
  leave();
  mine = undefined;
  organising = false;
  openWith({ activityId });
  jest.clearAllMocks();
  cloud();
});

const registered = () => {
  keep(sessionOf(activityId));
  keepAnswer(keyOf('GET /me', {}), { data: { profile: {} }, savedAt: 0 });
};

test('a guest → sees everything, the risks too', async () => {
  render(<ShowPage />);
  expect(await screen.findByText('第一海水浴场净滩')).toBeTruthy();
  expect(screen.getByText('礁石湿滑')).toBeTruthy();
  expect(action()?.textContent).toBe('报名');
  expect(screen.queryByText('出示签到码')).toBeNull();
});

test('signing up → shown as signed up, and withdrawing asks first', async () => {
  registered();
  render(<ShowPage />);
  await screen.findByText('报名');
  await press(action());
  await waitFor(() => expect(action()?.textContent).toMatch(/^已报名/));
  await press(document.querySelector('#withdraw'));
  expect(screen.getByText('取消这次报名？')).toBeTruthy();
  expect(mine).toEqual({ state: 'signed_up' });
  await press([...document.querySelectorAll('#withdraw-dialog [role=button]')].at(-1) ?? null);
  await waitFor(() => expect(action()?.textContent).toBe('报名'));
});

test('a guest signs up → signed in silently, then signed up', async () => {
  render(<ShowPage />);
  await screen.findByText('报名');
  await press(action());
  await waitFor(() => expect(mine).toEqual({ state: 'signed_up' }));
});

test('not registered → sent to register, nothing is signed up', async () => {
  network(({ url }) => {
    if (url === '/me') return ok({ volunteerId: activityId });
    return url === '/sessions' ? ok(sessionOf(activityId)) : ok(activity());
  });
  render(<ShowPage />);
  await screen.findByText('报名');
  await press(action());
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/volunteers/register/index' });
  expect(sent.some(({ url }) => url.endsWith('/signup'))).toBe(false);
});

test('refused → the reason above the button, which can be pressed again', async () => {
  registered();
  network(({ url }) => (url.endsWith('/signup') ? no(409, 'calendar_overlap') : ok(activity())));
  render(<ShowPage />);
  await screen.findByText('报名');
  await press(action());
  expect(await screen.findByText('这段时间您已有另一场活动，请先取消那一场')).toBeTruthy();
  expect(action()?.getAttribute('aria-disabled')).not.toBe('true');
});

test('seen before, no network → the content with its age and a retry', async () => {
  const first = render(<ShowPage />);
  await screen.findByText('第一海水浴场净滩');
  first.unmount();
  network(noNetwork);
  render(<ShowPage />);
  expect(screen.getByText('第一海水浴场净滩')).toBeTruthy();
  expect(await screen.findByText(/更新于/)).toBeTruthy();
});

test('who organises it → the code and the roster', async () => {
  organising = true;
  render(<ShowPage />);
  expect(await screen.findByText('出示签到码')).toBeTruthy();
  fireEvent.click(screen.getByText('查看名单'));
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: `/activities/roster/index?shiftId=${shiftId}`,
  });
});
