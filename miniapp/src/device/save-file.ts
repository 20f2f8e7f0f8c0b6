import Taro from '@tarojs/taro';

/**
 * Gives a person a file to keep. WeChat has no folder of one's own: it is sent to a chat that they choose, from where
 * any device opens it. False when they turned back or it could not be fetched.
 */
export async function saveText(fileName: string, text: string): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`;
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
    await Taro.shareFileMessage({ filePath, fileName });
    return true;
  } catch {
    return false;
  }
}

export async function saveUrl(fileName: string, url: string): Promise<boolean> {
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url });
    if (statusCode !== 200) return false;
    await Taro.shareFileMessage({ filePath: tempFilePath, fileName });
    return true;
  } catch {
    return false;
  }
}
