import fc from 'fast-check';
import type { Chained } from '../../../functions/ledger/chain';
import { chain, hashOf, headOf } from '../../../functions/ledger/chain';

type Entry = { amount: number; title: string };
type Row = Entry & Chained;
const nothingYet = { sequence: 0, hash: '' };

function chained(entries: Entry[]): Row[] {
  const rows: Row[] = [];
  for (const entry of entries) {
    const last = rows.at(-1);
    rows.push(chain(last ? headOf(last) : nothingYet, entry));
  }
  return rows;
}

/** What an auditor does with the rows and the head that the wallet names. */
function isWhole(rows: Row[], head: { sequence: number; hash: string }): boolean {
  let last = nothingYet;
  for (const row of rows) {
    const { hash, ...entry } = row;
    const fits = row.sequence === last.sequence + 1 && row.previousHash === last.hash;
    if (!fits || hash !== hashOf(entry)) return false;
    last = headOf(row);
  }
  return last.sequence === head.sequence && last.hash === head.hash;
}

const headFor = (rows: Row[]) => {
  const last = rows.at(-1);
  return last ? headOf(last) : nothingYet;
};

const entries = fc.array(
  fc.record({ amount: fc.integer({ min: -100, max: 100 }), title: fc.string() }),
  { minLength: 2, maxLength: 12 },
);
const place = fc.nat({ max: 1_000 });

test('entries as they were written → whole', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const rows = chained(list);
      expect(isWhole(rows, headFor(rows))).toBe(true);
    }),
  );
});

test('one entry is altered, also with a new hash of its own → found', () => {
  fc.assert(
    fc.property(entries, place, fc.boolean(), (list, n, rehash) => {
      const rows = chained(list);
      const index = n % rows.length;
      const changed = rows.map((row, i) =>
        i === index ? { ...row, amount: row.amount + 1 } : row,
      );
      const row = changed[index];
      if (row && rehash) {
        const { hash: _, ...entry } = row;
        row.hash = hashOf(entry);
      }
      expect(isWhole(changed, headFor(rows))).toBe(false);
    }),
  );
});

test('one entry is dropped, the last one too → found', () => {
  fc.assert(
    fc.property(entries, place, (list, n) => {
      const rows = chained(list);
      const fewer = rows.filter((_, i) => i !== n % rows.length);
      expect(isWhole(fewer, headFor(rows))).toBe(false);
    }),
  );
});

test('one entry is put in → found', () => {
  fc.assert(
    fc.property(entries, place, (list, n) => {
      const rows = chained(list);
      const index = n % rows.length;
      const before = index > 0 ? rows[index - 1] : undefined;
      const more = rows.toSpliced(
        index,
        0,
        chain(before ? headOf(before) : nothingYet, { amount: 9, title: '' }),
      );
      expect(isWhole(more, headFor(rows))).toBe(false);
    }),
  );
});

test('two neighbours change places → found', () => {
  fc.assert(
    fc.property(entries, place, (list, n) => {
      const rows = chained(list);
      const index = n % (rows.length - 1);
      const [first, second] = rows.slice(index, index + 2) as [Row, Row];
      const swapped = rows.toSpliced(index, 2, second, first);
      expect(isWhole(swapped, headFor(rows))).toBe(false);
    }),
  );
});

test('the order of the fields → does not change a hash', () => {
  expect(hashOf({ amount: 1, title: '一' })).toBe(hashOf({ title: '一', amount: 1 }));
});
