import Taro from '@tarojs/taro';

/** A file that a person chose on this phone. */
export type PickedFile = { name: string; bytes: number; read: () => Promise<ArrayBuffer> };

/** Where the file comes from, for the sentence above the button. */
export const pickedFrom = '微信聊天记录';

/** Lets a person choose a file that somebody sent them in WeChat. Undefined when they turn back. */
export async function pickFile(endings: readonly string[]): Promise<PickedFile | undefined> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({
      ...{ count: 1, type: 'file', extension: [...endings] },
    });
    const [file] = tempFiles;
    return file && { name: file.name, bytes: file.size, read: () => contentOf(file.path) };
  } catch {
    return undefined;
  }
}

const contentOf = (filePath: string): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      success: ({ data }) => resolve(data as ArrayBuffer),
      fail: reject,
    });
  });

const timeoutMs = 60_000;

/** Sends the bytes to a URL made for them. False: they did not arrive. */
export async function sendFile(
  url: string,
  { body, contentType }: { body: ArrayBuffer; contentType: string },
): Promise<boolean> {
  const header = { 'content-type': contentType };
  return Taro.request({ url, method: 'PUT', data: body, header, timeout: timeoutMs }).then(
    ({ statusCode }) => statusCode === 200,
    () => false,
  );
}
