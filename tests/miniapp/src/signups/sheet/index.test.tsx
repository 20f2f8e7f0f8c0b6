import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import SheetPage from '../../../../../miniapp/src/signups/sheet/index';
import { keep, leave } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, no, ok, sent, sessionOf } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const [shiftId, activityId, terms] = ['abcdefabcdef', '0123456789ab', '00000000000c'];
const startsAt = Date.now() + 24 * 3_600_000;
let change: object = {};
const sheet = () => ({
  ...{ shiftId, activityId, title: '第一海水浴场净滩', organisationName: '净滩分队' },
  ...{ placeName: '海边', startsAt, endsAt: startsAt + 7_200_000, cancelled: false },
  ...{ risks: '礁石湿滑', terms, capacity: 10, taken: 3, waiting: 0, conditions: [] },
  insurance: { insurer: '人保财险', policyNumber: 'P1', coverage: '意外伤害 50 万元' },
  ...{ mayTakeOver: false, standingIn: false, now: Date.now() },
  ...change,
});
let answer: () => ReturnType<typeof ok>;
const action = () => document.querySelector('#sheet-action');
const press = (id: string) =>
  act(async () => {
    const element = document.querySelector(id);
    if (element) fireEvent.click(element);
  });
const puts = () => sent.filter(({ method }) => method === 'PUT').map(({ body }) => body);

beforeEach(() => {
  freshPhone();
  leave();
  change = {};
  openWith({ shiftId });
  jest.clearAllMocks();
  answer = () => {
    change = { state: 'signed_up' };
    return ok({ state: 'signed_up' });
  };
  network(({ method, url }) => {
    if (url.startsWith('/me/dependants')) return ok({ dependants: [] });
    if (url.startsWith('/me')) return ok({ memberships: [] });
    return method === 'GET' ? ok(sheet()) : answer();
  });
  keep(sessionOf(activityId));
});

test('risks and insurance are read, then signed up with exactly what was read', async () => {
  render(<SheetPage />);
  expect(await screen.findByText('礁石湿滑')).toBeTruthy();
  expect(screen.getByText('意外伤害 50 万元')).toBeTruthy();
  await press('#sheet-action');
  expect(puts()).toEqual([{ terms, wait: false }]);
  await waitFor(() => expect(action()?.textContent).toBe('已报名'));
  expect(document.querySelector('#sheet-calendar')).toBeTruthy();
});

test('a condition is not met → said with a word, and the button cannot be pressed', async () => {
  change = { conditions: [{ kind: 'skill', text: '会急救', met: false }] };
  render(<SheetPage />);
  expect(await screen.findByText('✗ 还不符合')).toBeTruthy();
  expect(action()?.textContent).toBe('还不符合报名条件');
  await press('#sheet-action');
  expect(puts()).toEqual([]);
});

test('full → queues by choice, sees the place in the queue, and leaves it after being asked', async () => {
  change = { taken: 10, waiting: 4 };
  answer = () => {
    change = { taken: 10, waiting: 5, state: 'waiting', position: 5 };
    return ok({ state: 'waiting', position: 5 });
  };
  render(<SheetPage />);
  await screen.findByText('名额已满，排队候补');
  await press('#sheet-action');
  expect(puts()).toEqual([{ terms, wait: true }]);
  expect(await screen.findByText(/您在候补第 5 位，共 5 人/)).toBeTruthy();
  await press('#sheet-undo');
  expect(screen.getByText('不再候补？')).toBeTruthy();
});

test('the risks have changed → said, and the new ones are on the page', async () => {
  answer = () => {
    change = { risks: '今天风大', terms: '00000000000d' };
    return no(409, 'terms_changed');
  };
  render(<SheetPage />);
  await screen.findByText('礁石湿滑');
  await press('#sheet-action');
  expect(await screen.findByText('风险提示或保险刚有变动，请重新阅读后再报名')).toBeTruthy();
  expect(await screen.findByText('今天风大')).toBeTruthy();
});

test('asked → yes and no, with until when', async () => {
  change = { state: 'asked', question: { by: 'group', name: '海尔志愿队', until: startsAt } };
  render(<SheetPage />);
  expect(await screen.findByText(/海尔志愿队邀请您参加/)).toBeTruthy();
  expect(document.querySelector('#sheet-undo')?.textContent).toBe('不参加');
  await press('#sheet-action');
  await waitFor(() => expect(action()?.textContent).toBe('已报名'));
});

test('the organiser has not come → takes over, then shows the codes', async () => {
  change = { state: 'signed_up', mayTakeOver: true };
  answer = () => {
    change = { state: 'signed_up', standingIn: true };
    return ok({ done: true });
  };
  render(<SheetPage />);
  await screen.findByText('组织者没有来，由我代为组织');
  await press('#sheet-takeover');
  await screen.findByText('出示签到码');
  await press('#sheet-code');
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: `/activities/code/index?shiftId=${shiftId}`,
  });
});

test('not registered → sent to register', async () => {
  answer = () => no(403, 'not_registered');
  render(<SheetPage />);
  await screen.findByText('礁石湿滑');
  await press('#sheet-action');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/volunteers/register/index' });
});

test('a guest → asked to sign in first', async () => {
  leave();
  render(<SheetPage />);
  expect(await screen.findByText(/登录后可以报名/)).toBeTruthy();
});
