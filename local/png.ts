import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

const rays = 36;
const rings = 9;

/**
 * A picture in the manner of WeChat's round code: rays of dots, another one for each text. It is a real PNG of `size` pixels
 * square, and no camera can read it.
 */
export function roundCode(text: string, size: number): Buffer {
  const bits = createHash('sha512').update(text).digest();
  const isDark = (ray: number, ring: number): boolean => {
    const bit = ray * rings + ring;
    return (((bits[(bit >> 3) % bits.length] ?? 0) >> (bit & 7)) & 1) === 1;
  };
  const rows = Array.from({ length: size }, (_, y) => {
    const row = Buffer.alloc(1 + size, 255);
    row[0] = 0;
    for (let x = 0; x < size; x++) if (isInk({ x, y, size, isDark })) row[1 + x] = 24;
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.writeUInt8(8, 8); // 8 bits a pixel, grey
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

type Pixel = { x: number; y: number; size: number; isDark: (ray: number, ring: number) => boolean };

function isInk({ x, y, size, isDark }: Pixel): boolean {
  const fromCentre = { x: (2 * x + 1 - size) / size, y: (2 * y + 1 - size) / size };
  const distance = Math.hypot(fromCentre.x, fromCentre.y);
  if (distance < 0.3) return Math.abs(distance - 0.22) < 0.04;
  if (distance > 0.95) return false;
  const turn = (Math.atan2(fromCentre.y, fromCentre.x) / (2 * Math.PI) + 1) * rays;
  const ring = Math.floor(((distance - 0.3) / 0.65) * rings);
  return turn % 1 < 0.55 && isDark(Math.floor(turn) % rays, ring);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'ascii'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(checksum(body), body.length + 4);
  return framed;
}

/** CRC-32 as PNG wants it; Node 20 has none of its own. */
function checksum(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
