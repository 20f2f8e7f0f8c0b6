import Taro from '@tarojs/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { StationList } from '#shared/stations';
import { useHere } from '../../../../../miniapp/src/stations/here';
import Nearby from '../../../../../miniapp/src/tabs/nearby/index';
import { freshPhone, network, ok, sent } from '../../../../support/phone';

jest.mock(
  '../../../../../miniapp/src/device/storage',
  () => require('../../../../support/phone').phoneStorage,
);
jest.mock(
  '../../../../../miniapp/src/device/request',
  () => require('../../../../support/phone').phoneRequest,
);

const allWeek = (span: [number, number] | null) => Array.from({ length: 7 }, () => span);
const list: StationList = {
  version: 'v1',
  synthetic: true,
  hoursTable: [allWeek([0, 1_440]), allWeek(null)],
  stationId: ['00000000000a', '00000000000b', '00000000000c'],
  name: ['远站', '近站', '市北站'],
  kind: [0, 1, 2],
  district: ['370202', '370202', '370203'],
  street: ['香港中路街道', '八大湖街道', '辽宁路街道'],
  latitudeE5: [3_609_000, 3_606_100, 3_608_000],
  longitudeE5: [12_038_000, 12_038_000, 12_038_000],
  hours: [0, 0, 1],
  services: [1, 0, 0],
};
const names = () => screen.queryAllByText(/^(远|近|市北)站$/).map((it) => it.textContent);

beforeAll(() => {
  freshPhone();
  network(() => ok({ version: 'v1', list, now: Date.now() }));
});
beforeEach(() => useHere.setState({ located: undefined, asking: false }));

async function shown() {
  render(<Nearby />);
  await waitFor(() => expect(names()).not.toEqual([]));
}

test('no position → the stations of the district, marked as samples, and why a position would help', async () => {
  await shown();
  expect(names()).toEqual(['远站', '近站']);
  expect(screen.getByText('示例数据')).toBeTruthy();
  expect(screen.getByText(/不上传/)).toBeTruthy();
  expect(Taro.getLocation).not.toHaveBeenCalled();
});

test('asked and allowed → the whole city, nearest first, with distances; nothing is sent', async () => {
  await shown();
  const before = sent.length;
  fireEvent.click(screen.getByText('按远近排'));
  await waitFor(() => expect(names()).toEqual(['近站', '远站', '市北站']));
  expect(screen.getByText('110 米')).toBeTruthy();
  expect(sent.length).toBe(before);
});

test('asked and refused → the district, and the way to the settings', async () => {
  useHere.setState({ located: { status: 'refused' } });
  await shown();
  expect(names()).toEqual(['远站', '近站']);
  fireEvent.click(screen.getByText('去设置'));
  expect(Taro.openSetting).toHaveBeenCalled();
});

test('words → only what fits; none → says so and clears', async () => {
  await shown();
  fireEvent.change(screen.getByLabelText('找站点'), { target: { value: '八大湖' } });
  expect(names()).toEqual(['近站']);
  fireEvent.change(screen.getByLabelText('找站点'), { target: { value: '没有的' } });
  fireEvent.click(screen.getByText('清除条件'));
  expect(names()).toEqual(['远站', '近站']);
});
