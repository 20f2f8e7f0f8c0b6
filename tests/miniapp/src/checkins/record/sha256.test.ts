import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256, utf8 } from '../../../../../miniapp/src/checkins/record/sha256';

const node = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const ours = (bytes: Uint8Array): string => Buffer.from(sha256(bytes)).toString('hex');

test.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1_000])('%d bytes', (length) => {
  const bytes = Uint8Array.from({ length }, (_, i) => i % 256);
  expect(ours(bytes)).toBe(node(bytes));
});

test('whatever the bytes and the text are, the phone and the cloud have the same hash', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(ours(bytes)).toBe(node(bytes));
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      expect(Buffer.from(utf8(text)).toString('hex')).toBe(Buffer.from(text).toString('hex'));
    }),
  );
});
