import Taro from '@tarojs/taro';

/** What a scan gave: the text, nothing because the person turned back, or why the camera cannot be used. */
export type Scan =
  | { status: 'read'; text: string }
  | { status: 'cancelled' }
  | { status: 'unavailable'; reason: string };

/** Opens WeChat's scanner. Only the camera: a code in the album is a picture that somebody forwarded. */
export async function scanCode(): Promise<Scan> {
  try {
    const read = await Taro.scanCode({
      onlyFromCamera: true,
      scanType: ['qrCode', 'wxCode' as 'qrCode'],
    });
    return { status: 'read', text: read.path || read.result };
  } catch (error) {
    const said = String((error as { errMsg?: string }).errMsg ?? error);
    if (said.includes('cancel')) return { status: 'cancelled' };
    return { status: 'unavailable', reason: '相机打不开，请检查微信的相机权限，或输入六位数字码' };
  }
}

/** Reading a picture exists only in a browser, for computers without a camera. */
export const scanPicture: (() => Promise<Scan>) | undefined = undefined;
