import Taro from '@tarojs/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import QueuePage from '../../../../../miniapp/src/bulletins/queue/index';
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

const row = (bulletinId: string, own: boolean) => ({
  ...{
    bulletinId,
    title: `公告 ${bulletinId}`,
    excerpt: '',
    authorMaskedName: '陈*',
    at: Date.now(),
  },
  ...{ organisationName: '净滩分队', own },
});

function open() {
  keep(sessionOf('0123456789ab'));
  openWith({ organisationId: '00000000000a' });
  render(<QueuePage />);
}

beforeEach(freshPhone);

test('what waits → opens; one’s own says that another must look', async () => {
  network(() => ok({ bulletins: [row('b1', false), row('b2', true)], now: Date.now() }));
  open();
  fireEvent.click(await screen.findByText('公告 b1'));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/bulletins/show/index?bulletinId=b1' });
  expect(screen.getAllByText('您写的，请别人审核')).toHaveLength(1);
});

test('a page without any, and more behind it → can be gone on with, and is not called empty', async () => {
  network(({ url }) =>
    url.includes('cursor=')
      ? ok({ bulletins: [row('b3', false)], now: Date.now() })
      : ok({ bulletins: [], cursor: 'c1', now: Date.now() }),
  );
  open();
  fireEvent.click(await screen.findByText('加载更多'));
  expect(await screen.findByText('公告 b3')).toBeTruthy();
});

test('nothing waits → says so; no right to it → the refusal', async () => {
  network(() => ok({ bulletins: [], now: Date.now() }));
  open();
  expect(await screen.findByText('没有待审核的公告')).toBeTruthy();
});

test('no right to it → the refusal', async () => {
  network(() => no(403, 'not_allowed'));
  open();
  expect(await screen.findByText('您没有权限做这件事，请联系组织管理员')).toBeTruthy();
});
