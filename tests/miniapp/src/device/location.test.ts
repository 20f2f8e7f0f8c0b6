import Taro from '@tarojs/taro';

const getLocation = Taro.getLocation as unknown as jest.Mock;
const getSetting = Taro.getSetting as unknown as jest.Mock;
let location: typeof import('../../../../miniapp/src/device/location');

beforeEach(() => {
  jest.useFakeTimers({ now: 1_764_000_000_000 });
  getLocation.mockReset().mockResolvedValue({ latitude: 36.06, longitude: 120.38, accuracy: 25 });
  getSetting.mockReset().mockResolvedValue({ authSetting: {} });
  jest.isolateModules(() => {
    jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: Taro }));
    location = require('../../../../miniapp/src/device/location');
  });
});
afterEach(() => jest.useRealTimers());

test('allowed → GCJ-02 with its accuracy', async () => {
  expect(await location.locate()).toEqual({
    status: 'found',
    place: { latitude: 36.06, longitude: 120.38, datum: 'gcj02' },
    accuracyMeters: 25,
  });
  expect(getLocation).toHaveBeenCalledWith({ type: 'gcj02' });
});

test('asked again within 30 s → the phone is not asked again', async () => {
  await location.locate();
  jest.setSystemTime(Date.now() + 29_000);
  await location.locate();
  expect(getLocation).toHaveBeenCalledTimes(1);
  jest.setSystemTime(Date.now() + 2_000);
  await location.locate();
  expect(getLocation).toHaveBeenCalledTimes(2);
});

test.each([
  ['getLocation:fail auth deny', 'refused'],
  ['getLocation:fail:auth denied', 'refused'],
  ['getLocation:fail system permission denied', 'refused'],
  ['getLocation:fail timeout', 'unavailable'],
])('%s → %s, as a value', async (errMsg, status) => {
  getLocation.mockRejectedValue({ errMsg });
  expect(await location.locate()).toEqual({ status });
});

test('refused, then allowed in the settings → found at once', async () => {
  getLocation.mockRejectedValueOnce({ errMsg: 'getLocation:fail auth deny' });
  expect(await location.locate()).toEqual({ status: 'refused' });
  expect(await location.locate()).toMatchObject({ status: 'found' });
});

test('never asked for leave before → a scan does not ask either', async () => {
  expect(await location.locateIfAllowed()).toEqual({ status: 'refused' });
  expect(getLocation).not.toHaveBeenCalled();
  getSetting.mockResolvedValue({ authSetting: { 'scope.userLocation': true } });
  expect(await location.locateIfAllowed()).toMatchObject({ status: 'found' });
});
