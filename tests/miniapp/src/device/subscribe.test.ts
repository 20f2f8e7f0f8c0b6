import Taro from '@tarojs/taro';
import { askForMessages } from '../../../../miniapp/src/device/subscribe';

const asked = Taro.requestSubscribeMessage as unknown as jest.Mock;

test('what was accepted, of what was asked for → answered', async () => {
  asked.mockResolvedValueOnce({ errMsg: 'ok', a: 'accept', b: 'reject', other: 'accept' });
  expect(await askForMessages(['a', 'b', 'c'])).toEqual({ status: 'answered', accepted: ['a'] });
});

test('the main switch is off → where to find it; anything else → later', async () => {
  asked.mockRejectedValueOnce({ errCode: 20004 });
  expect(await askForMessages(['a'])).toMatchObject({
    ...{ status: 'off', reason: expect.stringContaining('通知管理') },
  });
  asked.mockRejectedValueOnce(new Error('fail'));
  expect(await askForMessages(['a'])).toMatchObject({
    ...{ status: 'off', reason: expect.stringContaining('稍后再试') },
  });
});
