import { act, fireEvent, render, screen } from '@testing-library/react';
import FindPage from '../../../../../miniapp/src/search/find/index';
import { freshPhone, network, noNetwork, ok, sent } from '../../../../support/phone';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const now = Date.now();
const activity = { id: 'a'.repeat(12), name: '海边清洁', of: '净滩分队', startsAt: now };
const organisation = { id: 'b'.repeat(12), name: '海洋总队' };
const type = (text: string) =>
  act(async () => {
    fireEvent.input(screen.getByLabelText('搜索活动和组织'), { target: { value: text } });
  });
const pause = () => act(async () => void (await jest.advanceTimersByTimeAsync(350)));

beforeEach(() => {
  jest.useFakeTimers();
  freshPhone();
  network(() => ok({ activities: [activity], organisations: [organisation], now }));
});
afterEach(() => jest.useRealTimers());

test('nothing typed → what one can type, and nothing is asked', async () => {
  render(<FindPage />);
  await type('   ');
  await pause();
  expect(screen.getByText('想找什么')).toBeTruthy();
  expect(sent).toHaveLength(0);
});

test('typed letter by letter → asked once, when the typing pauses; both kinds are listed', async () => {
  render(<FindPage />);
  for (const text of ['h', 'ha', 'hai']) await type(text);
  await pause();
  expect(sent.map(({ url }) => url)).toEqual(['/search?q=hai']);
  expect(screen.getByText('海边清洁')).toBeTruthy();
  expect(screen.getByText('海洋总队')).toBeTruthy();
});

test('nothing found → says for what, and where all activities are', async () => {
  network(() => ok({ activities: [], organisations: [], now }));
  render(<FindPage />);
  await type('没有');
  await pause();
  expect(screen.getByText('没有找到“没有”')).toBeTruthy();
  expect(screen.getByText('看全部活动')).toBeTruthy();
});

test('no network → says so and offers to try again', async () => {
  network(noNetwork);
  render(<FindPage />);
  await type('海边');
  await pause();
  expect(screen.getByText('没有取到')).toBeTruthy();
});
