import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import MessagesPage from '../../../../../miniapp/src/notices/messages/index';
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

const asked = Taro.requestSubscribeMessage as unknown as jest.Mock;
const group = (template: string, left: number) => ({
  ...{ template, templateId: `t-${template}`, title: `名-${template}`, text: '说明', left },
});
const four = [group('reminder', 2), group('changed', 0), group('placed', 1), group('reviewed', 5)];
const posts = () => sent.filter(({ method }) => method === 'POST').map(({ body }) => body);

function cloud(subscriptions: object[] = four, paused = false) {
  network(() => ok({ subscriptions, paused }));
}
async function opened() {
  keep(sessionOf('0123456789ab'));
  render(<MessagesPage />);
  return screen.findByText('再收一次提醒');
}

beforeEach(() => {
  freshPhone();
  asked.mockReset();
  asked.mockResolvedValue({});
});

test('a guest → asked to sign in', async () => {
  render(<MessagesPage />);
  expect(await screen.findByText('请先登录')).toBeTruthy();
});

test('tapped → WeChat is asked in the tap itself, for the three of which the fewest are left', async () => {
  cloud();
  const button = await opened();
  fireEvent.click(button);
  expect(asked).toHaveBeenCalledWith(
    expect.objectContaining({ tmplIds: ['t-changed', 't-placed', 't-reminder'] }),
  );
  await screen.findByText('没有开启，不影响报名和服务，需要时可以再点');
});

test('agreed to two of them → told to the cloud with a fresh login code', async () => {
  cloud();
  asked.mockResolvedValue({ 't-changed': 'accept', 't-placed': 'reject', 't-reminder': 'accept' });
  fireEvent.click(await opened());
  await screen.findByText('已开启：名-changed、名-reminder，各一条');
  expect(posts()).toEqual([{ loginCode: 'login-code', accepted: ['changed', 'reminder'] }]);
});

test('refused in the dialog → nothing is sent, and no harm is done', async () => {
  cloud();
  asked.mockResolvedValue({ 't-changed': 'reject', 't-placed': 'ban', 't-reminder': 'filter' });
  fireEvent.click(await opened());
  await screen.findByText('没有开启，不影响报名和服务，需要时可以再点');
  expect(posts()).toEqual([]);
});

test('the main switch is off (20004) → says where it is', async () => {
  cloud();
  asked.mockRejectedValue({ errCode: 20004, errMsg: 'requestSubscribeMessage:fail' });
  fireEvent.click(await opened());
  expect(await screen.findByText(/通知管理/)).toBeTruthy();
});

test('the cloud refuses → its sentence', async () => {
  network(({ method }) =>
    method === 'POST' ? no(403, 'wechat_differs') : ok({ subscriptions: four, paused: false }),
  );
  asked.mockResolvedValue({ 't-changed': 'accept' });
  fireEvent.click(await opened());
  expect(await screen.findByText(/不是登录的这位志愿者/)).toBeTruthy();
});

test('tapped twice while the dialog is open → one dialog', async () => {
  cloud();
  let close: (answer: object) => void = () => undefined;
  asked.mockReturnValue(new Promise((resolve) => (close = resolve)));
  const button = await opened();
  fireEvent.click(button);
  fireEvent.click(button);
  expect(asked).toHaveBeenCalledTimes(1);
  await act(async () => close({}));
  await waitFor(() => expect(screen.getByText('再收一次提醒')).toBeTruthy());
});

test('the consent was withdrawn → says so, and offers nothing', async () => {
  cloud(four, true);
  keep(sessionOf('0123456789ab'));
  render(<MessagesPage />);
  expect(await screen.findByText(/撤回/)).toBeTruthy();
  expect(screen.queryByText('再收一次提醒')).toBeNull();
});

test('a stage without templates → says that the inbox goes on', async () => {
  cloud([]);
  keep(sessionOf('0123456789ab'));
  render(<MessagesPage />);
  expect(await screen.findByText('暂时没有微信提醒')).toBeTruthy();
});
