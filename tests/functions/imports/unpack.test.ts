import { storedArchive, unpack } from '../../../functions/imports/unpack';
import { zipOf } from '../../support/sheets';

const parts = [
  { name: 'xl/一.xml', body: '<a/>' },
  { name: 'xl/two.xml.rels', body: 'x'.repeat(100_000) },
  { name: 'xl/media/picture.png', body: 'not wanted' },
];

test('an archive → its XML parts, and nothing else', () => {
  const found = unpack(zipOf(parts)) ?? new Map();
  expect([...found.keys()]).toEqual(['xl/一.xml', 'xl/two.xml.rels']);
  expect(found.get('xl/一.xml')?.toString()).toBe('<a/>');
  expect(found.get('xl/two.xml.rels')?.length).toBe(100_000);
});

test('written again without packing → the same parts', () => {
  const found = unpack(zipOf(parts)) ?? new Map();
  expect(unpack(Buffer.from(storedArchive(found)))).toEqual(found);
});

const bomb = { name: 'xl/sheet.xml', body: Buffer.alloc(25 * 1024 * 1024) };

test.each([
  ['it says so', {}],
  ['it says it is small', { claim: 10 }],
])('a part of 25 MB in 25 KB (%s) → undefined', (_, claim) => {
  const archive = zipOf([bomb], claim);
  expect(archive.length).toBeLessThan(30_000);
  expect(unpack(archive)).toBeUndefined();
});

test('ten parts of 3 MB each → undefined, though each by itself is small enough', () => {
  const some = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ name: `xl/${index}.xml`, body: Buffer.alloc(3 * 1024 * 1024) },
    }));
  expect(unpack(zipOf(some(7)))?.size).toBe(7);
  expect(unpack(zipOf(some(10)))).toBeUndefined();
});

test('201 parts → undefined', () => {
  const many = Array.from({ length: 201 }, (_, index) => ({ name: `${index}.xml`, body: '' }));
  expect(unpack(zipOf(many.slice(1)))?.size).toBe(200);
  expect(unpack(zipOf(many))).toBeUndefined();
});

test('no archive, a cut one, an empty file, offsets that lead outside → undefined', () => {
  const archive = zipOf(parts);
  const astray = Buffer.from(archive);
  astray.writeUInt32LE(0xffffff00, archive.length - 6);
  for (const file of [Buffer.from('hello'), archive.subarray(0, 80), Buffer.alloc(0), astray]) {
    expect(unpack(file)).toBeUndefined();
  }
});
