import Taro from '@tarojs/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import InboxPage from '../../../../../miniapp/src/notices/inbox/index';
import { keep } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, no, ok, sent, sessionOf } from '../../../../support/phone';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const now = Date.now();
const notice = (noticeId: string, at: number, more: object = {}) => ({
  ...{ noticeId, kind: 'reminder', text: `第 ${noticeId} 条`, at, unread: false },
  ...more,
});
const answer = (...notices: object[]) => ok({ notices, unread: 0, now });
const puts = () => sent.filter(({ method }) => method === 'PUT').map(({ body }) => body);

function open() {
  keep(sessionOf('0123456789ab'));
  render(<InboxPage />);
}

beforeEach(freshPhone);

test('a guest → asked to sign in, nothing asked of the cloud', async () => {
  render(<InboxPage />);
  expect(await screen.findByText('请先登录')).toBeTruthy();
  expect(sent).toEqual([]);
});

test('nothing yet → says what will stand here', async () => {
  network(() => answer());
  open();
  expect(await screen.findByText('还没有消息')).toBeTruthy();
  expect(puts()).toEqual([]);
});

test('what is on screen → noted as read once, up to the newest unread; unread is said in words', async () => {
  network(({ method }) =>
    method === 'PUT'
      ? ok({ done: true })
      : answer(notice('b', now - 10, { unread: true }), notice('a', now - 20, { unread: true })),
  );
  open();
  expect(await screen.findAllByText('未读')).toHaveLength(2);
  await waitFor(() => expect(puts()).toEqual([{ until: now - 10 }]));
});

test('everything read → nothing is sent', async () => {
  network(() => answer(notice('a', now - 20)));
  open();
  await screen.findByText('第 a 条');
  expect(puts()).toEqual([]);
});

test('a notice with a link → opens it; one without does nothing', async () => {
  const link = { page: '/activities/show/index', id: '00000000000a' };
  network(() => answer(notice('b', now, { link }), notice('a', now - 1)));
  open();
  fireEvent.click(await screen.findByText('第 b 条'));
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/activities/show/index?activityId=00000000000a',
  });
  fireEvent.click(screen.getByText('第 a 条'));
  expect(Taro.navigateTo).toHaveBeenCalledTimes(1);
});

test('no network → the reason and a way to try again; then it is there', async () => {
  open();
  fireEvent.click(await screen.findByText('重试'));
  network(() => answer(notice('a', now)));
  fireEvent.click(await screen.findByText('重试'));
  expect(await screen.findByText('第 a 条')).toBeTruthy();
});

test('the mark could not be sent → the notices stay on screen', async () => {
  network(({ method }) =>
    method === 'PUT' ? no(503, 'busy') : answer(notice('a', now, { unread: true })),
  );
  open();
  await waitFor(() => expect(puts()).toHaveLength(1));
  expect(screen.getByText('第 a 条')).toBeTruthy();
});
