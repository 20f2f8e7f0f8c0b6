import type { Scan } from './scan';

type Source = HTMLVideoElement | ImageBitmap;
type Detect = (source: Source) => Promise<string | undefined>;
type NativeDetector = { detect(source: Source): Promise<{ rawValue: string }[]> };
declare const BarcodeDetector:
  | {
      new (options: { formats: string[] }): NativeDetector;
      getSupportedFormats(): Promise<string[]>;
    }
  | undefined;

const pauseMs = 120;
const maxSidePixels = { video: 640, picture: 1_600 };

/** Opens the camera over the page until it sees a code or the person turns back. */
export async function scanCode(): Promise<Scan> {
  const stream = await openCamera();
  if (typeof stream === 'string') return { status: 'unavailable', reason: stream };
  const { video, cancelled, close } = overlay();
  try {
    video.srcObject = stream;
    await video.play();
    const detect = await detector(maxSidePixels.video);
    while (!cancelled()) {
      const text = await detect(video);
      if (text) return { status: 'read', text };
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    return { status: 'cancelled' };
  } catch {
    return { status: 'unavailable', reason: '相机没有打开，请选择二维码图片，或输入六位数字码' };
  } finally {
    for (const track of stream.getTracks()) track.stop();
    close();
  }
}

/** Lets the person choose a picture and reads the code in it. */
export async function scanPicture(): Promise<Scan> {
  const file = await choosePicture();
  if (!file) return { status: 'cancelled' };
  try {
    const picture = await createImageBitmap(file);
    const text = await (await detector(maxSidePixels.picture))(picture);
    if (text) return { status: 'read', text };
  } catch {
    // Not a picture at all: the same advice holds.
  }
  return { status: 'unavailable', reason: '图片里没有找到二维码，请换一张清楚的图片' };
}

/** The stream, or a sentence that says why there is none. */
async function openCamera(): Promise<MediaStream | string> {
  if (!navigator.mediaDevices?.getUserMedia) {
    return '这个浏览器不能使用相机，请选择二维码图片，或输入六位数字码';
  }
  try {
    const video = { facingMode: 'environment', width: { ideal: 1_280 } };
    return await navigator.mediaDevices.getUserMedia({ video });
  } catch (error) {
    const refused = (error as DOMException).name === 'NotAllowedError';
    return refused
      ? '没有相机权限，请在浏览器设置中允许，或选择二维码图片、输入六位数字码'
      : '没有找到可用的相机，请选择二维码图片，或输入六位数字码';
  }
}

/** The browser's own detector where there is one, else jsqr, fetched only now. */
async function detector(maxSide: number): Promise<Detect> {
  const native =
    typeof BarcodeDetector !== 'undefined' &&
    (await BarcodeDetector.getSupportedFormats()).includes('qr_code');
  if (native) {
    const own = new BarcodeDetector({ formats: ['qr_code'] });
    return async (source) => (await own.detect(source))[0]?.rawValue;
  }
  const { default: read } = await import('jsqr');
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  return async (source) => {
    const [width, height] =
      source instanceof HTMLVideoElement
        ? [source.videoWidth, source.videoHeight]
        : [source.width, source.height];
    if (!pen || !width || !height) return undefined;
    const scale = Math.min(1, maxSide / Math.max(width, height));
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    pen.drawImage(source, 0, 0, canvas.width, canvas.height);
    const pixels = pen.getImageData(0, 0, canvas.width, canvas.height);
    return read(pixels.data, canvas.width, canvas.height)?.data || undefined;
  };
}

function overlay() {
  const box = document.createElement('div');
  box.id = 'camera';
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-label', '扫码');
  box.style.cssText = 'position:fixed;top:0;right:0;bottom:0;left:0;background:#000;z-index:9999';
  const video = document.createElement('video');
  video.playsInline = true;
  video.muted = true;
  video.style.cssText = 'width:100%;height:100%;object-fit:cover';
  const hint = document.createElement('p');
  hint.textContent = '请对准二维码';
  hint.style.cssText =
    'position:absolute;top:48px;left:0;right:0;margin:0;padding:8px;text-align:center;' +
    'background:rgba(0,0,0,.6);color:#fff;font-size:17px';
  const cancel = document.createElement('button');
  cancel.id = 'camera-cancel';
  cancel.textContent = '取消';
  cancel.style.cssText =
    'position:absolute;bottom:48px;left:50%;transform:translateX(-50%);min-width:120px;' +
    'min-height:48px;border:0;border-radius:24px;background:#fff;color:#1d1b19;font-size:17px';
  let turnedBack = false;
  cancel.onclick = () => {
    turnedBack = true;
  };
  box.onkeydown = (event) => {
    if (event.key === 'Escape') turnedBack = true;
    // There is one thing to press; the page beneath is not to be reached.
    if (event.key === 'Tab') event.preventDefault();
  };
  box.append(video, hint, cancel);
  document.body.append(box);
  cancel.focus();
  return { video, cancelled: () => turnedBack, close: () => box.remove() };
}

function choosePicture(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'picture';
    input.accept = 'image/*';
    input.style.display = 'none';
    const done = (file: File | undefined) => {
      input.remove();
      resolve(file);
    };
    input.onchange = () => done(input.files?.[0]);
    input.oncancel = () => done(undefined);
    document.body.append(input);
    input.click();
  });
}
