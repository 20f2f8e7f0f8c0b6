import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';

/**
 * Noto Sans SC (SIL Open Font License) for what is printed: 8,200 characters, of which a paper embeds only its own.
 * In the cloud the files lie beside the bundle, elsewhere in their package.
 */
const weights = { regular: 400, bold: 700 } as const;
export type Weight = keyof typeof weights;

const opened = new Map<Weight, Buffer>();

export function fontOf(weight: Weight): Buffer {
  const known = opened.get(weight) ?? sfntOf(readFileSync(fileOf(weights[weight])));
  opened.set(weight, known);
  return known;
}

/** The name of a weight's file: the build puts these beside the bundle. */
export const fontFiles = Object.values(weights).map(
  (weight) => `noto-sans-sc-chinese-simplified-${weight}-normal.woff`,
);

function fileOf(weight: number): string {
  const name = fontFiles.find((file) => file.includes(`-${weight}-`)) ?? '';
  const task = process.env.LAMBDA_TASK_ROOT;
  if (task) return path.join(task, 'dist/functions/fonts', name);
  return path.join(
    path.dirname(require.resolve('@fontsource/noto-sans-sc/package.json')),
    'files',
    name,
  );
}

const woffHeadBytes = 44;
const woffEntryBytes = 20;

/**
 * A WOFF as the plain font inside it (W3C WOFF 1.0 §4–5). The drawing library unpacks a WOFF's outlines anew for every
 * character, which takes seconds; the plain form takes none.
 */
export function sfntOf(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  const power = 2 ** Math.floor(Math.log2(count));
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE(count * 16 - power * 16, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (let table = 0; table < count; table++) {
    const from = woffHeadBytes + woffEntryBytes * table;
    const to = 12 + 16 * table;
    const { body, length } = tableAt(woff, from);
    woff.copy(head, to, from, from + 4);
    woff.copy(head, to + 4, from + 16, from + 20);
    head.writeUInt32BE(offset, to + 8);
    head.writeUInt32BE(length, to + 12);
    const padding = Buffer.alloc((4 - (length % 4)) % 4);
    parts.push(body, padding);
    offset += length + padding.length;
  }
  return Buffer.concat(parts);
}

function tableAt(woff: Buffer, entry: number): { body: Buffer; length: number } {
  const [at, packed, length] = [4, 8, 12].map((offset) => woff.readUInt32BE(entry + offset)) as [
    number,
    number,
    number,
  ];
  const raw = woff.subarray(at, at + packed);
  return { body: packed < length ? inflateSync(raw) : raw, length };
}
