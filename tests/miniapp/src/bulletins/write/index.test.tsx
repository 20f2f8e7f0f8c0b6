import Taro from '@tarojs/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import WritePage from '../../../../../miniapp/src/bulletins/write/index';
import { keep } from '../../../../../miniapp/src/tokens';
import { freshPhone, network, ok, sent, sessionOf } from '../../../../support/phone';
import { openWith } from '../../../../support/taro-taro';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

type Posted = { requestId: string; title: string; text: string; loginCode?: string };
const posted = () => sent.map(({ body }) => body as unknown as Posted);

function open() {
  keep(sessionOf('0123456789ab'));
  openWith({ organisationId: '00000000000a' });
  render(<WritePage />);
}
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
function write(text: string) {
  type('标题', '周六集合');
  type('内容', text);
  fireEvent.click(screen.getByText('发布'));
}

beforeEach(freshPhone);

test('published or waiting → on to the bulletin; WeChat’s login code goes with it', async () => {
  network(() => ok({ bulletinId: '00000000000b', state: 'in_review' }));
  open();
  write('八点');
  await waitFor(() =>
    expect(Taro.redirectTo).toHaveBeenCalledWith({
      url: '/bulletins/show/index?bulletinId=00000000000b',
    }),
  );
  expect(posted()).toEqual([
    {
      ...{ title: '周六集合', text: '八点', loginCode: 'login-code' },
      requestId: expect.stringMatching(/^[0-9A-Z]{26}$/),
    },
  ]);
});

test('refused by the check → the reason, the words stay; changed words go under a new id', async () => {
  network(() => ok({ bulletinId: '00000000000b', state: 'refused', reason: '可能含有“广告”' }));
  open();
  write('加微信');
  expect(await screen.findByText('可能含有“广告”')).toBeTruthy();
  expect(screen.getByDisplayValue('加微信')).toBeTruthy();
  await waitFor(() => expect(screen.getByText('发布')).toBeTruthy());
  write('八点');
  await waitFor(() => expect(posted()).toHaveLength(2));
  expect(posted()[0]?.requestId).not.toBe(posted()[1]?.requestId);
});

test('no network, then again → the same id', async () => {
  open();
  write('八点');
  expect(await screen.findByText(/网络不通/)).toBeTruthy();
  network(() => ok({ bulletinId: '00000000000b', state: 'published' }));
  fireEvent.click(await screen.findByText('发布'));
  await waitFor(() => expect(posted()).toHaveLength(2));
  expect(posted()[0]?.requestId).toBe(posted()[1]?.requestId);
});

test('nothing written → said in place, nothing sent', () => {
  open();
  fireEvent.click(screen.getByText('发布'));
  expect(screen.getByText('请写标题')).toBeTruthy();
  expect(screen.getByText('请写内容')).toBeTruthy();
  expect(sent).toEqual([]);
});
