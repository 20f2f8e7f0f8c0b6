import { createHash } from 'node:crypto';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { proofOf, rootOf } from '#shared/merkle';
import RecordPage from '../../../../../miniapp/src/checkins/record/index';
import { keep, leave } from '../../../../../miniapp/src/tokens';
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

const now = Date.now();
const entryText = JSON.stringify({ creditedMinutes: 120, sequence: 3, title: '海边清洁' });
const hash = createHash('sha256').update(entryText).digest('hex');
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const others = ['a', 'b'].map((it) => createHash('sha256').update(it).digest('hex'));
const tree = { day: '20261123', previous: '', hashes: [hash, ...others] };
const root = rootOf(sha256, tree);
const proof = {
  ...tree,
  entry: entryText,
  hash,
  root,
  proof: proofOf(sha256, { ...tree, entryHash: hash }),
};

const record = {
  ...{ shiftId: 's', activityId: 'a', title: '海边清洁', placeName: '五四广场', state: 'credited' },
  ...{ startsAt: now - 9_000_000, endsAt: now - 1_800_000, inAt: now - 8_000_000, outAt: now },
  ...{ rawMinutes: 95, creditedMinutes: 120, points: 20, grade: 'C', walkIn: false, breaks: [] },
  in: { at: now - 8_000_000, by: 'token', vouched: true, late: false, metersAway: 23 },
  out: { at: now, by: 'digits', vouched: false, late: true },
  ...{ why: 'weak', doubts: ['typed_digits'], pointsWait: false },
  entry: {
    ...{ sequence: 3, cause: 'service', shiftId: 's', title: '海边清洁', day: '20261123', at: now },
    ...{ rawMinutes: 95, creditedMinutes: 120, grade: 'C', pack: 'qingdao 1', hash },
  },
};
type Answers = { record?: unknown; proof?: unknown };
const cloud = (given: Answers = {}) =>
  network(({ url }) =>
    url.includes('/proof')
      ? ((given.proof ?? ok(proof)) as never)
      : ok({ record: given.record ?? record, now }),
  );

beforeEach(() => {
  freshPhone();
  leave();
  keep(sessionOf('0123456789ab'));
  openWith({ shiftId: 's' });
});

test('both ends, how they were witnessed, how it was counted, the grade and why', async () => {
  cloud();
  render(<RecordPage />);
  expect(await screen.findByText('原始 1 小时 35 分 → 2 小时，按青岛规则第 1 版')).toBeTruthy();
  expect(screen.getByText(/扫现场的码，组织者当面确认过，离活动地点约 20 米/)).toBeTruthy();
  expect(screen.getByText(/输入数字码，没有立即上传/)).toBeTruthy();
  expect(screen.getByText('有一端用的是数字码、志愿者卡或浏览器')).toBeTruthy();
  expect(screen.getByText('输入的是数字码，不是扫码')).toBeTruthy();
  expect(screen.getByText('已签退')).toBeTruthy();
  expect(screen.getByText('对这条记录有异议')).toBeTruthy();
  expect(screen.getByText('开具服务证明')).toBeTruthy();
});

test.each([
  ['公示中', { noticeUntil: now + 86_400_000 }],
  ['已入账', { noticeUntil: now - 1 }],
  ['有异议', { noticeUntil: now + 86_400_000, disputed: true }],
  ['待组织者确认', { state: 'late' }],
  ['未予确认', { state: 'declined' }],
])('stands as %s', async (word, change) => {
  cloud({ record: { ...record, ...change } });
  render(<RecordPage />);
  expect(await screen.findByText(word)).toBeTruthy();
});

const prove = async () => {
  render(<RecordPage />);
  const button = await screen.findByText('核对公开凭证');
  await act(async () => void fireEvent.click(button));
};

test('the proof is checked on the phone → it holds, with the day’s root', async () => {
  cloud();
  await prove();
  expect(await screen.findByText(/核对无误/)).toBeTruthy();
  expect(screen.getByText(root)).toBeTruthy();
});

test.each([
  ['another root', { root: 'f'.repeat(64) }],
  ['another entry', { entry: entryText.replace('120', '600') }],
])('the cloud gives %s → said plainly', async (_, change) => {
  cloud({ proof: ok({ ...proof, ...change }) });
  await prove();
  expect(await screen.findByText(/核对不上/)).toBeTruthy();
});

test('the day has no root yet → when to come again', async () => {
  cloud({ proof: no(409, 'root_not_yet') });
  await prove();
  expect(await screen.findByText(/明天再看/)).toBeTruthy();
});

test('nobody is signed in → the way to sign in', () => {
  leave();
  render(<RecordPage />);
  expect(screen.getByText('登录后可以查看自己的服务记录。')).toBeTruthy();
});
