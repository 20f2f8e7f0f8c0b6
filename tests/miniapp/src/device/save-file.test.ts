import Taro from '@tarojs/taro';
import { saveText, saveUrl } from '../../../../miniapp/src/device/save-file';

const share = Taro.shareFileMessage as unknown as jest.Mock;
const download = Taro.downloadFile as unknown as jest.Mock;
const manager = Taro.getFileSystemManager as unknown as jest.Mock;

beforeEach(() => share.mockClear());

test('a text → written as a file, and sent to a chat of one’s choice', async () => {
  const writeFileSync = jest.fn();
  manager.mockReturnValueOnce({ writeFileSync });
  expect(await saveText('模板.csv', '姓名')).toBe(true);
  expect(writeFileSync).toHaveBeenCalledWith('wxfile://usr/模板.csv', '姓名', 'utf8');
  expect(share).toHaveBeenCalledWith({ filePath: 'wxfile://usr/模板.csv', fileName: '模板.csv' });
});

test('a URL → fetched and sent', async () => {
  download.mockResolvedValueOnce({ tempFilePath: 'tmp', statusCode: 200 });
  expect(await saveUrl('结果.csv', 'https://files')).toBe(true);
  expect(share).toHaveBeenCalledWith({ filePath: 'tmp', fileName: '结果.csv' });
});

test.each([
  [
    'no room',
    () =>
      manager.mockReturnValueOnce({
        writeFileSync: () => {
          throw new Error();
        },
      }),
  ],
  [
    'turned back',
    () => {
      manager.mockReturnValueOnce({ writeFileSync: jest.fn() });
      share.mockRejectedValueOnce({ errMsg: 'cancel' });
    },
  ],
])('%s → false', async (_, prepare) => {
  prepare();
  expect(await saveText('模板.csv', '姓名')).toBe(false);
});

test('what was fetched is no file, or nothing came → false, nothing is sent', async () => {
  download.mockResolvedValueOnce({ tempFilePath: 'tmp', statusCode: 403 });
  expect(await saveUrl('结果.csv', 'https://files')).toBe(false);
  download.mockRejectedValueOnce({ errMsg: 'fail' });
  expect(await saveUrl('结果.csv', 'https://files')).toBe(false);
  expect(share).not.toHaveBeenCalled();
});
