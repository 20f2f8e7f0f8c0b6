import { act, fireEvent, render, screen } from '@testing-library/react';
import RunningPage from '../../../../../miniapp/src/shifts/running/index';
import { keep, leave } from '../../../../../miniapp/src/tokens';
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

const shiftId = 'abcdefabcdef';
const minute = 60_000;
const now = Date.now();
const nothing = { arrival: false, leaving: false, people: 0 };
const service = (more: object = {}) => ({
  ...{ shiftId, activityId: shiftId, title: '净滩', placeName: '海边', cancelled: false },
  ...{ startsAt: now - 30 * minute, endsAt: now + 90 * minute, now },
  ...{ state: 'checked_in', inAt: now - 30 * minute, breaks: [], mayBreak: true, joint: nothing },
  ...more,
});
const tap = (name: string) => act(async () => void fireEvent.click(screen.getByText(name)));
const open = (answer: object) => {
  network(({ method }) => (method === 'GET' ? ok(answer) : ok({ breaks: [], now })));
  render(<RunningPage />);
};

beforeEach(() => {
  freshPhone();
  leave();
  keep(sessionOf('0123456789ab'));
  openWith({ shiftId });
});

test('serving → a break can begin, and it is said how to leave early', async () => {
  open(service());
  await screen.findByText('开始休息', {}, { timeout: 10_000 });
  expect(screen.getByText(/要提前离开，扫签退码就可以/)).toBeTruthy();
  expect(screen.getByText('扫签退码')).toBeTruthy();
  await tap('开始休息');
  const asked = sent.find(({ method }) => method === 'POST');
  expect(asked?.url).toContain(`/shifts/${shiftId}/breaks`);
  expect(asked?.body).toMatchObject({ action: 'begin' });
});

test('away → the break can end', async () => {
  open(service({ breaks: [{ from: now - minute }] }));
  await screen.findByText('结束休息');
  expect(screen.getAllByText('休息中').length).toBeGreaterThan(0);
});

test('asked to scan once more → how long there is, that nothing is taken away, and the way to scan', async () => {
  open(service({ recheck: { askedAt: now, until: now + 9 * minute, answered: false } }));
  await screen.findByText('现场复核：请再扫一次签到码');
  expect(screen.getByText(/没有扫也不扣时长/)).toBeTruthy();
  expect(screen.getByText('扫签到码')).toBeTruthy();
});

test.each([
  ['answered', { askedAt: now, until: now + minute, answered: true }, '已完成'],
  ['missed', { askedAt: now - 20 * minute, until: now - minute, answered: false }, '没有扫码'],
])('a recheck that was %s → said in a word', async (_name, recheck, word) => {
  open(service({ recheck }));
  expect(await screen.findByText(word)).toBeTruthy();
  expect(screen.getByText('扫签退码')).toBeTruthy();
});

test('nothing to scan → one may say so, after a question; a refusal is said', async () => {
  network(({ method }) =>
    method === 'GET'
      ? ok(
          service({
            ...{ state: 'signed_up', inAt: undefined, mayBreak: false },
            joint: { arrival: true, leaving: false, people: 1 },
          }),
        )
      : no(409, 'codes_shown', '现场刚刚有人扫码成功，请到组织者那里扫码'),
  );
  render(<RunningPage />);
  await screen.findByText('已有 1 人声明');
  await tap('声明：我到了');
  await tap('声明');
  expect(await screen.findByText('现场刚刚有人扫码成功，请到组织者那里扫码')).toBeTruthy();
  expect(sent.find(({ method }) => method === 'POST')?.body).toMatchObject({ kind: 'arrival' });
});

test('nothing to do → said, with a way on', async () => {
  open(service({ state: 'credited', mayBreak: false }));
  expect(await screen.findByText('现在没有要做的')).toBeTruthy();
  expect(screen.getByText('看报名')).toBeTruthy();
});
