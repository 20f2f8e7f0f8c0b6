import { act, fireEvent, render, screen } from '@testing-library/react';
import { readBatch } from '../../../../../miniapp/src/activities/code/batch';
import GatesPage from '../../../../../miniapp/src/activities/gates/index';
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
const me = '0123456789ab';
const gates = [
  { gate: 0, maskedName: '王*芳', mine: false, issuedAt: 1 },
  { gate: 1, maskedName: '李*雷', mine: true, issuedAt: 1 },
  { gate: 2, maskedName: '赵*', mine: false, issuedAt: 1, revokedAt: 2 },
];
const batch = { shiftId, gate: 3, firstStep: 1, checkin: [], checkout: [], now: 1 };
const tap = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByText(name)));

beforeEach(() => {
  freshPhone();
  leave();
  keep(sessionOf(me));
  openWith({ shiftId });
});

test('who shows codes, which are stopped; taking one over keeps the new codes on this phone', async () => {
  network(({ method }) => ok(method === 'GET' ? { gates, now: 1 } : batch));
  render(<GatesPage />);
  await screen.findByText('1 号 · 王*芳');
  expect(screen.getByText('2 号 · 我')).toBeTruthy();
  expect(screen.getAllByText('已停用')).toHaveLength(1);
  await tap('1 号 · 王*芳');
  await tap('由我接管，改用我的手机出示');
  expect(sent.at(-1)?.url).toContain(`/shifts/${shiftId}/gates/0/takeover`);
  expect(readBatch(me, shiftId)).toMatchObject({ gate: 3 });
});

test('one’s own can only be stopped; taken meanwhile → said', async () => {
  network(({ method }) =>
    method === 'GET'
      ? ok({ gates, now: 1 })
      : no(409, 'gate_passed_on', '这个签到口已停用或已由别人接管，请刷新查看'),
  );
  render(<GatesPage />);
  await screen.findByText('2 号 · 我');
  await tap('2 号 · 我');
  expect(screen.queryByText('由我接管，改用我的手机出示')).toBeNull();
  await tap('停用这个签到口');
  expect(await screen.findByText('这个签到口已停用或已由别人接管，请刷新查看')).toBeTruthy();
});

test('none yet → how one comes to be', async () => {
  network(() => ok({ gates: [], now: 1 }));
  render(<GatesPage />);
  expect(await screen.findByText('还没有签到口')).toBeTruthy();
});
