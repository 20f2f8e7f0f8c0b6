import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import BulletinPage from '../../../../../miniapp/src/bulletins/show/index';
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

const bulletin = {
  ...{ bulletinId: '00000000000b', organisationId: '00000000000a', organisationName: '净滩分队' },
  ...{ title: '周六集合', text: '八点\n五四广场', authorMaskedName: '陈*', at: Date.now() },
  ...{ state: 'published', pinned: false, mayDecide: false, mayRemove: false, mayPin: false },
};
const changes = () =>
  sent.filter(({ method }) => method !== 'GET').map(({ url, body }) => [url, body]);

function open(more: object = {}) {
  network(({ method }) => ok(method === 'GET' ? { ...bulletin, ...more } : { done: true }));
  keep(sessionOf('0123456789ab'));
  openWith({ bulletinId: bulletin.bulletinId });
  render(<BulletinPage />);
}

beforeEach(freshPhone);

test('a member → the words, and nothing to do', async () => {
  open();
  expect(await screen.findByText(/五四广场/)).toBeTruthy();
  for (const word of ['通过并发布', '撤下', '置顶']) expect(screen.queryByText(word)).toBeNull();
});

test('waiting → says so; whoever decides lets it through', async () => {
  open({ state: 'in_review', mayDecide: true });
  expect(await screen.findByText(/等待审核/)).toBeTruthy();
  fireEvent.click(screen.getByText('通过并发布'));
  await waitFor(() =>
    expect(changes()).toEqual([['/bulletins/00000000000b/decision', { decision: 'publish' }]]),
  );
});

test('not let through → wants a reason before it is sent', async () => {
  open({ state: 'in_review', mayDecide: true });
  fireEvent.click(await screen.findByText('不通过'));
  const confirm = () => screen.getAllByText('不通过').pop() as HTMLElement;
  fireEvent.click(confirm());
  expect(screen.getByText('请写明原因')).toBeTruthy();
  expect(changes()).toEqual([]);
  fireEvent.change(screen.getByLabelText('原因'), { target: { value: '时间写错了' } });
  fireEvent.click(confirm());
  await waitFor(() =>
    expect(changes()).toEqual([
      ['/bulletins/00000000000b/decision', { decision: 'refuse', reason: '时间写错了' }],
    ]),
  );
});

test.each([
  [false, '置顶', { bulletinId: '00000000000b' }],
  [true, '取消置顶', {}],
])('pinned: %s → %s', async (pinned, word, body) => {
  open({ pinned, mayPin: true });
  fireEvent.click(await screen.findByText(word));
  await waitFor(() =>
    expect(changes()).toEqual([['/organisations/00000000000a/pinned-bulletin', body]]),
  );
});

test('refused → the reason stands above the words', async () => {
  open({ state: 'refused', reason: '时间写错了' });
  expect(await screen.findByText('没有通过审核：时间写错了')).toBeTruthy();
});

test('somebody else was faster → the sentence of the refusal', async () => {
  open({ state: 'in_review', mayDecide: true });
  await screen.findByText('通过并发布');
  network(({ method }) => (method === 'GET' ? ok({ ...bulletin }) : no(409, 'bulletin_closed')));
  fireEvent.click(screen.getByText('通过并发布'));
  expect(await screen.findByText('这条公告已经处理过了，请刷新查看')).toBeTruthy();
});
