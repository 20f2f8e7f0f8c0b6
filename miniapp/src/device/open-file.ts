import Taro from '@tarojs/taro';

/** Shows a PDF to be looked at, printed or passed on. False when it could not be fetched or opened. */
export async function openPdf(url: string): Promise<boolean> {
  try {
    const { tempFilePath } = await Taro.downloadFile({ url });
    await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf', showMenu: true });
    return true;
  } catch {
    return false;
  }
}
