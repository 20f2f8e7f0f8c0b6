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
  state: 'published',
  conditions: { minAge: 16, skills: ['first_aid'] },
  insurance: { insurer: '某保险', policyNumber: 'YS-1', coverage: '意外 20 万元' },
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
  network(({ url }) => {
    if (/\/signup(\?|$)/.test(url)) {
      mine = { state: 'withdrawn' };
      return ok({ state: mine.state });
    }
    if (url === '/me/subscriptions') return ok({ subscriptions: [] });
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

const sheetOpened = () =>
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/signups/sheet/index?shiftId=${shiftId}` });

test('signing up → the sheet with the risks and conditions; nothing is signed up yet', async () => {
  registered();
  render(<ShowPage />);
  await screen.findByText('报名');
  await press(action());
  sheetOpened();
  expect(sent.some(({ url }) => url.endsWith('/signup'))).toBe(false);
});

test('signed up → withdrawing asks first', async () => {
  registered();
  mine = { state: 'signed_up' };
  render(<ShowPage />);
  await waitFor(() => expect(action()?.textContent).toMatch(/^已报名/));
  await press(document.querySelector('#withdraw'));
  expect(screen.getByText('取消这次报名？')).toBeTruthy();
  expect(mine).toEqual({ state: 'signed_up' });
  await press([...document.querySelectorAll('#withdraw-dialog [role=button]')].at(-1) ?? null);
  await waitFor(() => expect(action()?.textContent).toBe('报名'));
});

test('a guest signs up → signed in silently, then the sheet', async () => {
  render(<ShowPage />);
  await screen.findByText('报名');
  await press(action());
  await waitFor(sheetOpened);
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

test('withdrawing is refused → the reason above the button, which can be pressed again', async () => {
  registered();
  mine = { state: 'signed_up' };
  network(({ url }) => {
    if (url === '/me/subscriptions') return ok({ subscriptions: [] });
    return url.endsWith('/signup') ? no(409, 'signup_closed') : ok(activity());
  });
  render(<ShowPage />);
  await waitFor(() => expect(action()?.textContent).toMatch(/^已报名/));
  await press(document.querySelector('#withdraw'));
  await press([...document.querySelectorAll('#withdraw-dialog [role=button]')].at(-1) ?? null);
  expect(await screen.findByText('您已签到，不能再取消报名')).toBeTruthy();
  expect(document.querySelector('#withdraw')?.getAttribute('aria-disabled')).not.toBe('true');
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

test('the conditions and the insurance stand where one signs up', async () => {
  render(<ShowPage />);
  expect(await screen.findByText('满 16 岁、会急救')).toBeTruthy();
  expect(screen.getByText(/保单号 YS-1/)).toBeTruthy();
});

describe('an organiser whom the weather turned', () => {
  const off = () => sent.filter(({ url }) => url.endsWith('/cancellation'));
  beforeEach(() => {
    organising = true;
  });

  test('two taps → the shift is called off with the usual reason', async () => {
    render(<ShowPage />);
    await press((await screen.findByText('取消活动')).closest('[role=button]'));
    await press(document.querySelector('#call-off-shift'));
    expect(off()).toMatchObject([{ body: { reason: '天气原因，为了大家的安全' } }]);
    expect(document.querySelector('#call-off')).toBeNull();
  });

  test('refused → the sheet stays and says why', async () => {
    network(({ url }) =>
      url.endsWith('/cancellation') ? no(409, 'shift_ended', '已经结束') : ok(activity()),
    );
    render(<ShowPage />);
    await press((await screen.findByText('取消活动')).closest('[role=button]'));
    await press(document.querySelector('#call-off-other'));
    fireEvent.input(document.querySelector('#call-off-reason') as Element, {
      target: { value: '场地停电' },
    });
    await press(document.querySelector('#call-off-shift'));
    expect(await screen.findByText('已经结束')).toBeTruthy();
  });

  test('moved without a reason → asked for, nothing sent', async () => {
    render(<ShowPage />);
    await press((await screen.findByText('改期')).closest('[role=button]'));
    await press(document.querySelector('#postpone-send'));
    expect(await screen.findByText('请先选择新的时间')).toBeTruthy();
    expect(sent.some(({ url }) => url.includes('postponement'))).toBe(false);
  });
});
