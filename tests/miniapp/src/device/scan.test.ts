import Taro from '@tarojs/taro';
import { scanCode, scanPicture } from '../../../../miniapp/src/device/scan';

const wechat = Taro.scanCode as unknown as jest.Mock;

test('a link code → its text, from the camera only', async () => {
  wechat.mockResolvedValueOnce({ result: 'https://example.cn/c/abc' });
  expect(await scanCode()).toEqual({ status: 'read', text: 'https://example.cn/c/abc' });
  expect(wechat).toHaveBeenLastCalledWith(expect.objectContaining({ onlyFromCamera: true }));
});

test('a code of this mini-program → its path', async () => {
  wechat.mockResolvedValueOnce({ result: '*', path: 'tabs/scan/index?scene=abc' });
  expect(await scanCode()).toEqual({ status: 'read', text: 'tabs/scan/index?scene=abc' });
});

test('the person turns back → cancelled, no error', async () => {
  wechat.mockRejectedValueOnce({ errMsg: 'scanCode:fail cancel' });
  expect(await scanCode()).toEqual({ status: 'cancelled' });
});

test('the camera fails → a sentence with another way', async () => {
  wechat.mockRejectedValueOnce({ errMsg: 'scanCode:fail system error' });
  expect(await scanCode()).toMatchObject({
    status: 'unavailable',
    reason: expect.stringContaining('六位数字'),
  });
});

test('in WeChat no picture is offered: it would be one that somebody forwarded', () => {
  expect(scanPicture).toBeUndefined();
});
