import { act, fireEvent, render, screen } from '@testing-library/react';
import SamplePage from '../../../../../miniapp/src/suspicions/sample/index';
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

const now = Date.now();
const organisationId = 'b'.repeat(12);
const row = {
  ...{ volunteerId: 'a'.repeat(12), sequence: 4, title: '海边清洁', at: now },
  ...{ creditedMinutes: 120, grade: 'C' },
};
const asked = () => sent.filter(({ url }) => url.includes('/sample'));
const press = async (name: string) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const seed = async (text: string) => {
  const box = screen.getByLabelText('种子');
  await act(async () => void fireEvent.input(box, { target: { value: text } }));
};

beforeEach(() => {
  freshPhone();
  keep(sessionOf('0123456789ab'));
  openWith({ organisationId });
});

test('without a seed → nothing is drawn', async () => {
  network(() => ok({ rows: [], looked: 0, now }));
  render(<SamplePage />);
  await press('抽取');
  expect(screen.getByText(/请填一个种子/)).toBeTruthy();
  expect(asked()).toHaveLength(0);
});

test('looks on until there is something to show, and says how much was looked through', async () => {
  network(({ url }) =>
    url.includes('cursor=')
      ? ok({ rows: [row], looked: 40, now })
      : ok({ rows: [], looked: 60, cursor: 'c', now }),
  );
  render(<SamplePage />);
  await seed('会议骰子 6');
  await press('抽取');
  expect(await screen.findByText('种子“会议骰子 6”抽到 1 笔')).toBeTruthy();
  expect(screen.getByText('已看过 100 笔，这个月抽完了')).toBeTruthy();
  expect(asked()).toHaveLength(2);
});

test('nothing drawn → what else can be done', async () => {
  network(() => ok({ rows: [], looked: 3, now }));
  render(<SamplePage />);
  await seed('1');
  await press('抽取');
  expect(await screen.findByText('没有抽到')).toBeTruthy();
  expect(screen.getByText(/看过 3 笔/)).toBeTruthy();
});

test('what was noted stands on the row; refused → said', async () => {
  const checked = { result: 'doubtful', note: '签到表上没有', byName: '*正', at: now };
  network(() => ok({ rows: [{ ...row, checked }], looked: 90, cursor: 'c', now }));
  const { unmount } = render(<SamplePage />);
  await seed('1');
  await press('抽取');
  expect(await screen.findByText('有疑问')).toBeTruthy();
  expect(screen.getByRole('button', { name: '继续抽取' })).toBeTruthy();
  unmount();
  network(() => no(404, 'not_found'));
  render(<SamplePage />);
  await seed('2');
  await press('抽取');
  expect(await screen.findByRole('alert')).toBeTruthy();
});
