import Taro from '@tarojs/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import BoardPage from '../../../../../miniapp/src/bulletins/board/index';
import { keep } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, no, ok, sessionOf } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const organisationId = '00000000000a';
const row = (bulletinId: string, title: string) => ({
  ...{ bulletinId, title, excerpt: '八点集合', authorMaskedName: '陈*', at: Date.now() },
});
const board = (more: object = {}) =>
  ok({
    ...{ organisationName: '净滩分队', bulletins: [], mayWrite: false, mayDecide: false },
    ...{ now: Date.now(), ...more },
  });

function open() {
  keep(sessionOf('0123456789ab'));
  openWith({ organisationId });
  render(<BoardPage />);
}

beforeEach(freshPhone);

test('a member → reads, and is offered neither writing nor the queue', async () => {
  network(() => board({ bulletins: [row('b1', '周六集合')], pinned: row('b2', '常年招募') }));
  open();
  fireEvent.click(await screen.findByText('周六集合'));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/bulletins/show/index?bulletinId=b1' });
  expect(screen.getByText('常年招募')).toBeTruthy();
  expect(screen.queryByText('写公告')).toBeNull();
  expect(screen.queryByText('待审核公告')).toBeNull();
});

test('what is pinned stands at the head, and not a second time in the list', async () => {
  const pinned = row('b2', '常年招募');
  network(() => board({ bulletins: [row('b1', '周六集合'), pinned], pinned }));
  open();
  await screen.findByText('周六集合');
  expect(screen.getAllByText('常年招募')).toHaveLength(1);
});

test('staff → both', async () => {
  network(() => board({ mayWrite: true, mayDecide: true }));
  open();
  fireEvent.click(await screen.findByText('写公告'));
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: `/bulletins/write/index?organisationId=${organisationId}`,
  });
  expect(screen.getByText('待审核公告')).toBeTruthy();
  expect(screen.getByText('还没有公告')).toBeTruthy();
});

test('not one’s own organisation → not found, and nothing else', async () => {
  network(() => no(404, 'not_found'));
  open();
  expect(await screen.findByText('打不开这一页')).toBeTruthy();
  expect(screen.queryByText('写公告')).toBeNull();
});
