import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Proof } from '#shared/merkle';
import { fromHex, proofOf, rootOf, toHex, verifyProof } from '#shared/merkle';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const hash = (name: string): string => createHash('sha256').update(name).digest('hex');
const names = fc.uniqueArray(fc.string({ maxLength: 8 }), { minLength: 1, maxLength: 40 });
const day = '20261124';
const previous = hash('yesterday');

test('every entry of a day is proved under its root, in whatever order they came', () => {
  fc.assert(
    fc.property(names, (list) => {
      const hashes = list.map(hash);
      const root = rootOf(sha256, { day, previous, hashes });
      expect(rootOf(sha256, { day, previous, hashes: [...hashes].reverse() })).toBe(root);
      for (const entryHash of hashes) {
        const proof = proofOf(sha256, { day, previous, hashes, entryHash }) as Proof;
        expect(verifyProof(sha256, { entryHash, root, proof })).toBe(true);
      }
    }),
  );
});

test('what is not in the day has no proof, and no proof of another entry serves it', () => {
  fc.assert(
    fc.property(names, (list) => {
      const hashes = list.map(hash);
      const root = rootOf(sha256, { day, previous, hashes });
      const entryHash = hash('somebody typed this in afterwards');
      expect(proofOf(sha256, { day, previous, hashes, entryHash })).toBeUndefined();
      const proof = proofOf(sha256, {
        ...{ day, previous, hashes, entryHash: hashes[0] ?? '' },
      }) as Proof;
      expect(verifyProof(sha256, { entryHash, root, proof })).toBe(false);
    }),
  );
});

test('one entry more, one less, another one, another day, another yesterday → another root', () => {
  fc.assert(
    fc.property(names, (list) => {
      const hashes = list.map(hash);
      const roots = [
        { day, previous, hashes },
        { day, previous, hashes: [...hashes, hash('one more than there were')] },
        { day, previous, hashes: hashes.slice(1) },
        { day, previous, hashes: [hash('in the place of it'), ...hashes.slice(1)] },
        { day: '20261125', previous, hashes },
        { day, previous: hash('another yesterday'), hashes },
        { day, previous: '', hashes },
      ].map((it) => rootOf(sha256, it));
      expect(new Set(roots).size).toBe(roots.length);
    }),
  );
});

test('a proof with one thing changed does not hold', () => {
  fc.assert(
    fc.property(names, fc.nat({ max: 1_000 }), (list, n) => {
      const hashes = list.map(hash);
      const root = rootOf(sha256, { day, previous, hashes });
      const entryHash = hashes[n % hashes.length] ?? '';
      const proof = proofOf(sha256, { day, previous, hashes, entryHash }) as Proof;
      const { index, size, siblings } = proof;
      const flipped = siblings.map((it, i) =>
        i === n % siblings.length ? it.replace(/^./, (one) => (one === '0' ? '1' : '0')) : it,
      );
      const bad: Proof[] = [
        { ...proof, siblings: flipped },
        { ...proof, siblings: siblings.slice(1) },
        { ...proof, siblings: [...siblings, hash('one more')] },
        { ...proof, index: index === 1 ? 0 : index - 1 },
        { ...proof, index: -index },
        { ...proof, index: index + 0.5 },
        { ...proof, index: size },
      ];
      for (const one of bad) {
        expect(verifyProof(sha256, { entryHash, root, proof: one })).toBe(false);
      }
    }),
  );
});

/** An inner node or the day before shown as if it were an entry: what the prefixes are for. */
test('neither an inner node nor yesterday can be passed off as an entry', () => {
  const hashes = ['a', 'b', 'c'].map(hash);
  const root = rootOf(sha256, { day, previous, hashes });
  const proof = proofOf(sha256, {
    ...{ day, previous, hashes, entryHash: [...hashes].sort()[0] ?? '' },
  }) as Proof;
  expect(proof).toMatchObject({ index: 1, size: 4 });
  const upper: Proof = { index: 1, size: 2, siblings: proof.siblings.slice(1) };
  for (const entryHash of [proof.siblings[0] ?? '', previous]) {
    expect(verifyProof(sha256, { entryHash, root, proof: upper })).toBe(false);
    expect(verifyProof(sha256, { entryHash, root, proof: { ...proof, index: 0 } })).toBe(false);
  }
});

test('an empty day has the root of the day before alone', () => {
  const root = rootOf(sha256, { day, previous, hashes: [] });
  const digits = Buffer.from(day);
  expect(root).toBe(toHex(sha256(Buffer.concat([Buffer.from([2]), digits, fromHex(previous)]))));
});
