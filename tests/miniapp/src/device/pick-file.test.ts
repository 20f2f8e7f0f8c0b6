import Taro from '@tarojs/taro';
import { pickFile, sendFile } from '../../../../miniapp/src/device/pick-file';

const choose = Taro.chooseMessageFile as unknown as jest.Mock;
const manager = Taro.getFileSystemManager as unknown as jest.Mock;
const request = Taro.request as unknown as jest.Mock;
const file = { name: '名单.csv', size: 3, path: 'wxfile://tmp/1' };

test('a file of a chat → its name, its size, and its bytes when they are wanted', async () => {
  choose.mockResolvedValueOnce({ tempFiles: [file] });
  const bytes = new Uint8Array([1, 2, 3]).buffer;
  manager.mockReturnValueOnce({
    readFile: ({ filePath, success }: { filePath: string; success: (it: object) => void }) =>
      success({ data: filePath === file.path ? bytes : undefined }),
  });
  const picked = await pickFile(['csv', 'xlsx']);
  expect(picked).toMatchObject({ name: '名单.csv', bytes: 3 });
  expect(await picked?.read()).toBe(bytes);
  expect(choose).toHaveBeenCalledWith({ count: 1, type: 'file', extension: ['csv', 'xlsx'] });
});

test('turned back → undefined', async () => {
  choose.mockRejectedValueOnce({ errMsg: 'chooseMessageFile:fail cancel' });
  expect(await pickFile(['csv'])).toBeUndefined();
});

test('sent → the bytes as they are, with the type that was signed; refused or no network → false', async () => {
  const body = new ArrayBuffer(3);
  const sent = () => sendFile('https://files', { body, contentType: 'text/csv' });
  request.mockResolvedValueOnce({ statusCode: 200 });
  expect(await sent()).toBe(true);
  expect(request.mock.calls[0]?.[0]).toMatchObject({
    ...{ url: 'https://files', method: 'PUT', data: body, header: { 'content-type': 'text/csv' } },
  });
  request.mockResolvedValueOnce({ statusCode: 403 });
  expect(await sent()).toBe(false);
  request.mockRejectedValueOnce({ errMsg: 'request:fail' });
  expect(await sent()).toBe(false);
});
