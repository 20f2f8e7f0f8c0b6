import { writeFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { cameraFile } from './browser';

const width = 640;
const height = 480;
const frames = 10;

/** Holds the fake camera in front of a picture on a page: what the page shows is what the camera sees. */
export async function showToCamera(picture: Locator): Promise<void> {
  const brightness = (await picture.evaluate(inPage, { width, height })) as string;
  const luma = Buffer.from(brightness, 'base64');
  const colour = Buffer.alloc((width * height) / 4, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, colour, colour]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`);
  writeFileSync(cameraFile, Buffer.concat([head, ...Array<Buffer>(frames).fill(frame)]));
}

/** Runs in the page: the picture in the middle of a grey room, as one byte of brightness a pixel, base64. */
const seen = `async (element, size) => {
  const image = element.matches('img') ? element : element.querySelector('img');
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), size);
  const paint = canvas.getContext('2d');
  const side = Math.min(size.height - 40, 420);
  const [left, top] = [(size.width - side) / 2, (size.height - side) / 2];
  paint.fillStyle = '#d0d0d0';
  paint.fillRect(0, 0, size.width, size.height);
  paint.fillStyle = '#ffffff';
  paint.fillRect(left - 16, top - 16, side + 32, side + 32);
  paint.imageSmoothingEnabled = false;
  paint.drawImage(image, left, top, side, side);
  const { data } = paint.getImageData(0, 0, size.width, size.height);
  let bytes = '';
  for (let at = 0; at < data.length; at += 4) {
    const brightness = (data[at] * 66 + data[at + 1] * 129 + data[at + 2] * 25) / 256;
    bytes += String.fromCharCode(Math.round(16 + brightness));
  }
  return btoa(bytes);
}`;
type InPage = (element: unknown, size: { width: number; height: number }) => Promise<string>;
/** Written as text, because nothing else of the tests knows a page's globals. */
const inPage = new Function('element', 'size', `return (${seen})(element, size)`) as InPage;
