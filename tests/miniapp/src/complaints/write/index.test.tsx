import { act, fireEvent, render, screen } from '@testing-library/react';
import WriteComplaint from '../../../../../miniapp/src/complaints/write/index';
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

const complaints = () => sent.filter(({ url }) => url === '/complaints');
const press = () => act(async () => void fireEvent.click(screen.getByText('提交')));
const type = (text: string) =>
  act(
    async () =>
      void fireEvent.input(screen.getByLabelText('发生了什么'), { target: { value: text } }),
  );

beforeEach(() => {
  freshPhone();
  keep(sessionOf('0123456789ab'));
  openWith({ kind: 'activity', id: 'abcdef012345', title: encodeURIComponent('海边清洁') });
  network(() => ok({}));
});

test('a guest is asked to sign in first', () => {
  leave();
  render(<WriteComplaint />);
  expect(screen.getByText('登录后可以提交，进展会告诉您。')).toBeTruthy();
});

test('opened without a subject → where to begin', () => {
  openWith({});
  render(<WriteComplaint />);
  expect(screen.getByText('没有选定对象')).toBeTruthy();
});

test('nothing written → says what is missing and sends nothing', async () => {
  render(<WriteComplaint />);
  await press();
  expect(screen.getByText('请写下发生了什么')).toBeTruthy();
  expect(complaints()).toHaveLength(0);
});

test('no answer → said so; pressed again, the same complaint under the same id', async () => {
  render(<WriteComplaint />);
  await type('现场没有防护');
  network(noNetwork);
  await press();
  expect(screen.getByText('网络不通，请检查网络后再试')).toBeTruthy();
  network(() => no(429, 'too_many_requests'));
  await press();
  const [first, second] = complaints().map(({ body }) => body as { requestId: string });
  expect(first).toMatchObject({
    subject: { kind: 'activity', id: 'abcdef012345' },
    reason: 'safety',
  });
  expect(second?.requestId).toBe(first?.requestId);
});

test('other words → another complaint', async () => {
  render(<WriteComplaint />);
  network(noNetwork);
  await type('一');
  await press();
  await type('二');
  await press();
  const ids = complaints().map(({ body }) => (body as { requestId: string }).requestId);
  expect(new Set(ids).size).toBe(2);
});
