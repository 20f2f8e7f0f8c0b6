import Taro from '@tarojs/taro';
import { send } from '../../../../miniapp/src/device/request';

const request = Taro.request as unknown as jest.Mock;
const asked = { method: 'GET' as const, url: '/me', header: {}, timeoutMs: 10_000 };

test('an answer → its status and data', async () => {
  request.mockResolvedValueOnce({ statusCode: 409, data: { code: 'x' } });
  expect(await send(asked)).toEqual({ status: 409, data: { code: 'x' } });
});

test('no network → undefined, nothing thrown', async () => {
  request.mockRejectedValueOnce({ errMsg: 'request:fail' });
  expect(await send(asked)).toBeUndefined();
});

test('an answer that never ends → undefined after the time', async () => {
  jest.useFakeTimers();
  request.mockReturnValueOnce(new Promise(() => undefined));
  const answer = send(asked);
  await jest.advanceTimersByTimeAsync(10_500);
  expect(await answer).toBeUndefined();
  jest.useRealTimers();
});
