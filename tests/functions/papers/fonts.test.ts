import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fontFiles, fontOf, sfntOf } from '../../../functions/papers/fonts';

const fileOf = (name: string) =>
  path.join(path.dirname(require.resolve('@fontsource/noto-sans-sc/package.json')), 'files', name);
const tags = (font: Buffer) =>
  Array.from({ length: font.readUInt16BE(4) }, (_, table) =>
    font.toString('latin1', 12 + 16 * table, 16 + 16 * table),
  );

/** The sum of a table's 32-bit words, as the font's own directory states it. */
function sumOf(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) {
    const word = Buffer.alloc(4);
    table.copy(word, 0, at, Math.min(at + 4, table.length));
    sum = (sum + word.readUInt32BE(0)) >>> 0;
  }
  return sum;
}

test.each(fontFiles)('%s → every table whole where the directory says', (name) => {
  const font = sfntOf(readFileSync(fileOf(name)));
  expect(tags(font)).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'loca']));
  for (const [table, tag] of tags(font).entries()) {
    const [sum, offset, length] = [4, 8, 12].map((field) =>
      font.readUInt32BE(12 + 16 * table + field),
    ) as [number, number, number];
    expect(offset % 4).toBe(0);
    // The sum of `head` counts the whole file and is not its own.
    if (tag !== 'head')
      expect([tag, sumOf(font.subarray(offset, offset + length))]).toEqual([tag, sum]);
  }
});

test('a weight is unpacked once', () => {
  expect(fontOf('regular')).toBe(fontOf('regular'));
  expect(fontOf('bold')).not.toBe(fontOf('regular'));
});
