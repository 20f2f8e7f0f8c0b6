import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import CardsPage from '../../../../../miniapp/src/checkins/cards/index';
import type { Answered } from '../../../../../miniapp/src/device/request';
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

const now = Date.now();
const tokenOf = (kind: number) =>
  Buffer.from([0x10 | kind, ...Array.from({ length: 20 }, () => 7)]).toString('base64url');
const camera = Taro.scanCode as unknown as jest.Mock;
const board = {
  ...{ shiftId: 's', activityId: 'a', title: '海边清洁', placeName: '五四广场', capacity: 9 },
  ...{ startsAt: now, endsAt: now + 7_200_000, phase: 'running', now },
  counts: { signedUp: 0, checkedIn: 0, pending: 0, credited: 0 },
};
const receipt = {
  ...{
    status: 'checked_in',
    maskedName: '李*山',
    shiftId: 's',
    activityId: 'a',
    title: '海边清洁',
  },
  ...{ placeName: '五四广场', startsAt: now, endsAt: now, inAt: now, walkIn: true, now },
  ...{ doubts: [], vouched: false },
};
const scans = () => sent.filter(({ url }) => url === '/checkins/countersigned');
const cloud = (answer: Answered | undefined) =>
  network(({ url }) => (url === '/checkins/countersigned' ? answer : ok(board)));
const tap = (name: string) => act(async () => void fireEvent.click(screen.getByText(name)));

beforeEach(() => {
  freshPhone();
  leave();
  keep(sessionOf('0123456789ab'));
  openWith({ shiftId: 's' });
  camera.mockReset().mockResolvedValue({ result: tokenOf(6) });
});

test('a card → who it was, masked, and then the next one', async () => {
  cloud(ok(receipt));
  render(<CardsPage />);
  await tap('扫码签到');
  expect(await screen.findByText('已签到')).toBeTruthy();
  expect(screen.getByText('李*山')).toBeTruthy();
  expect(scans()).toMatchObject([{ body: { kind: 'checkin', shiftId: 's', token: tokenOf(6) } }]);
  await tap('扫下一位');
  expect(screen.getByText('扫码签到')).toBeTruthy();
});

test('no network → said; the same card again goes under the same id, another card under another', async () => {
  cloud(undefined);
  render(<CardsPage />);
  await tap('扫码签到');
  expect(await screen.findByText('网络不通，请检查网络后再试')).toBeTruthy();
  cloud(ok(receipt));
  await tap('扫码签到');
  await tap('扫下一位');
  await tap('扫码签到');
  const ids = scans().map(({ body }) => body?.scanId);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
});

test('refused → the sentence, and one can scan again', async () => {
  cloud(no(410, 'card_replaced', '这张志愿者卡已挂失，请换用新卡'));
  render(<CardsPage />);
  await tap('扫码签到');
  expect(await screen.findByText('这张志愿者卡已挂失，请换用新卡')).toBeTruthy();
  expect(screen.getByText('扫码签到')).toBeTruthy();
});

test('another code → said, nothing sent', async () => {
  cloud(ok(receipt));
  camera.mockResolvedValue({ result: tokenOf(1) });
  render(<CardsPage />);
  await tap('扫码签到');
  expect(await screen.findByText('这不是志愿者的码，请扫对方的“我的码”或志愿者卡')).toBeTruthy();
  expect(scans()).toEqual([]);
});

test('a living code of somebody who is in already → said that they were seen in person', async () => {
  cloud(ok({ ...receipt, walkIn: false, vouched: true }));
  render(<CardsPage />);
  await tap('扫码签到');
  expect(await screen.findByText('您或同事已当面确认')).toBeTruthy();
});

test('a record that waits → not said to be checked out', async () => {
  cloud(ok({ ...receipt, status: 'late', doubts: ['late_upload'], vouched: true }));
  render(<CardsPage />);
  await tap('扫码签到');
  expect(await screen.findByText('已登记，还要在名单里确认')).toBeTruthy();
  expect(screen.queryByText('已签到')).toBeNull();
});
