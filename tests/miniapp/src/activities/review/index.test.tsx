import { act, fireEvent, render, screen } from '@testing-library/react';
import ReviewPage from '../../../../../miniapp/src/activities/review/index';
import { keep } from '../../../../../miniapp/src/tokens';
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

const activityId = '0123456789ab';
const startsAt = Date.now() + 86_400_000;
const plan = { startsAt, endsAt: startsAt + 7_200_000, capacity: 20 };
const later = { ...plan, startsAt: plan.endsAt, endsAt: plan.endsAt + 3_600_000 };
let state = 'in_review';
let staff: object = {};
const activity = () => ({
  activityId,
  organisationId: activityId,
  organisationName: '净滩分队',
  title: '第三海水浴场净滩',
  description: '捡拾垃圾',
  category: 'environment',
  beneficiary: 'public',
  district: '370202',
  place: { name: '海边', address: '南海路', latitude: 36, longitude: 120, radiusMeters: 200 },
  risks: '礁石湿滑',
  contact: '陈静',
  state,
  conditions: {},
  shifts: [],
  organising: false,
  staff: { version: 3, dangerous: false, plans: [plan, later], mayWrite: false, ...staff },
  now: Date.now(),
});
const decisions = () => sent.filter(({ url }) => url.endsWith('/decision')).map(({ body }) => body);
const press = (element: Element | null) =>
  act(async () => void (element && fireEvent.click(element)));

beforeEach(() => {
  freshPhone();
  keep(sessionOf(activityId));
  openWith({ activityId });
  network(({ url }) => (url.endsWith('/decision') ? ok({}) : ok(activity())));
  state = 'in_review';
  staff = { mayDecide: true, wroteIt: false };
});

describe('an approver', () => {
  test('sees everything on one page, and approves the version that was read', async () => {
    render(<ReviewPage />);
    expect(await screen.findByText('时间（共 2 场）')).toBeTruthy();
    expect(screen.getByText('礁石湿滑')).toBeTruthy();
    await press(document.querySelector('#approve'));
    expect(decisions()).toEqual([{ version: 3, verdict: 'approve' }]);
  });

  test('sends back only with a reason', async () => {
    render(<ReviewPage />);
    await screen.findByText('退回修改');
    await press(document.querySelector('#send-back'));
    await press(document.querySelector('#return-send'));
    expect(await screen.findByText('请写明哪里要改，好让组织者改对')).toBeTruthy();
    expect(decisions()).toEqual([]);
    fireEvent.input(document.querySelector('#return-reason') as Element, {
      target: { value: '集合点不清楚' },
    });
    await press(document.querySelector('#return-send'));
    expect(decisions()).toEqual([{ version: 3, verdict: 'return', reason: '集合点不清楚' }]);
  });

  test('who comes second is told so', async () => {
    network(({ url }) =>
      url.endsWith('/decision') ? no(409, 'decided_meanwhile') : ok(activity()),
    );
    render(<ReviewPage />);
    await screen.findByText('通过并发布');
    await press(document.querySelector('#approve'));
    expect(await screen.findByText(/刚刚已有人审核/)).toBeTruthy();
  });
});

test('whoever wrote it → waits, with nothing to decide', async () => {
  staff = { mayDecide: false, wroteIt: true, mayWrite: true };
  render(<ReviewPage />);
  expect(await screen.findByText(/等另一位审核人处理/)).toBeTruthy();
  expect(document.querySelector('#approve')).toBeNull();
});

test('sent back → the reason, and a way to change it and to hand it in', async () => {
  state = 'draft';
  const returned = { at: Date.now(), reason: '集合点不清楚' };
  staff = { mayDecide: false, wroteIt: true, mayWrite: true, returned };
  render(<ReviewPage />);
  expect(await screen.findByText(/退回：集合点不清楚/)).toBeTruthy();
  expect(document.querySelector('#edit-draft')).toBeTruthy();
  await press(document.querySelector('#hand-in'));
  const handedIn = sent.filter(({ url }) => url.endsWith('/submission'));
  expect(handedIn.map(({ body }) => body)).toEqual([{ version: 3 }]);
});
