import fc from 'fast-check';
import type { HoursEntry } from '../../../functions/hours/hours.table';
import { chain, hashOf, headOf } from '../../../functions/ledger/chain';
import type { LedgerHead, Wallet } from '../../../functions/ledger/wallet.table';
import { balanceOf, emptyWallet } from '../../../functions/ledger/wallet.table';
import type { Write } from '../../../functions/platform/table';
import type { Posting } from '../../../functions/points/point.table';
import { moved } from '../../../functions/recoveries/merge-ledger';

const grades = ['A', 'B', 'C', 'D', 'E'] as const;
const service = fc.record({
  grade: fc.constantFrom(...grades),
  packVersion: fc.integer({ min: 1, max: 2 }),
  rawMinutes: fc.integer({ min: 0, max: 600 }),
  creditedMinutes: fc.integer({ min: -120, max: 600 }),
});
const account = fc.record({
  services: fc.array(service, { maxLength: 12 }),
  byYear: fc.dictionary(fc.constantFrom('2024', '2025', '2026'), fc.integer({ min: 1, max: 999 })),
  pointParts: fc.integer({ min: 0, max: 3_599 }),
});
type Account = typeof account extends fc.Arbitrary<infer T> ? T : never;

/** A volunteer with a book, as services would have left them. */
function volunteerOf(volunteerId: string, { services, byYear, pointParts }: Account) {
  const entries: HoursEntry[] = [];
  let wallet: Wallet = { ...emptyWallet, byYear, pointParts };
  for (const one of services) {
    const entry: HoursEntry = chain(wallet.hours, {
      ...{ cause: 'service' as const, causeId: 's', title: '净滩', pack: 'qingdao' },
      ...{ ...one, evidenceHash: '', at: 0 },
    });
    entries.push(entry);
    wallet = { ...wallet, minutes: wallet.minutes + one.creditedMinutes, hours: headOf(entry) };
  }
  return { volunteerId, wallet, entries };
}

/** Every run hashes whole books; so many are enough to meet each grade, pack and year. */
const runs = { numRuns: 40 };

type Item = { pk: string; sk: string } & Record<string, unknown>;
const itemsOf = (writes: Write[], volunteer: string, prefix: string): Item[] =>
  writes.flatMap(({ Put }) => {
    const item = Put?.Item as Item | undefined;
    return item?.pk === `V#${volunteer}` && item.sk.startsWith(prefix) ? [item] : [];
  });

function after(writes: Write[], before: ReturnType<typeof volunteerOf>) {
  const of = (prefix: string) => itemsOf(writes, before.volunteerId, prefix);
  const hours = of('H#') as unknown as HoursEntry[];
  const [wallet] = of('#W') as unknown as [Wallet];
  return {
    hours,
    wallet,
    book: [...before.entries, ...hours],
    postings: of('L#') as unknown as Posting[],
  };
}

const minutesOf = (entries: readonly HoursEntry[]): number =>
  entries.reduce((sum, { creditedMinutes }) => sum + creditedMinutes, 0);
/** A book by grade, without what comes to nothing. */
const byGrade = (entries: readonly HoursEntry[]) =>
  Object.fromEntries(
    grades.flatMap((grade) => {
      const minutes = minutesOf(entries.filter((one) => one.grade === grade));
      return minutes === 0 ? [] : [[grade, minutes]];
    }),
  );
/** Every entry names the hash of the one before and hashes to its own. Index attributes are no part of it. */
function expectChained(from: LedgerHead, entries: (HoursEntry | Posting)[], to: LedgerHead): void {
  let head = from;
  for (const entry of entries) {
    const { hash, pk, sk, gx2pk, gx2sk, ...bare } = entry as unknown as Record<string, unknown>;
    expect(bare).toMatchObject({ sequence: head.sequence + 1, previousHash: head.hash });
    expect(hashOf(bare)).toBe(hash);
    head = { sequence: head.sequence + 1, hash: String(hash) };
  }
  expect(head).toEqual(to);
}

test('any two accounts → minutes per grade, points per year and rests are conserved, the chains hold', () => {
  fc.assert(
    fc.property(account, account, (one, two) => {
      const [closing, keep] = [volunteerOf('closing', one), volunteerOf('keep', two)];
      const writes = moved(closing, keep, { recoveryId: 'r', at: Date.now() });
      const [gone, got] = [after(writes, closing), after(writes, keep)];

      expect(minutesOf(gone.book)).toBe(0);
      expect(byGrade(gone.book)).toEqual({});
      expect(byGrade(got.book)).toEqual(byGrade([...closing.entries, ...keep.entries]));
      expect(gone.wallet.minutes).toBe(0);
      expect(got.wallet.minutes).toBe(minutesOf(got.book));

      expect(gone.wallet.byYear).toEqual({});
      for (const year of ['2024', '2025', '2026']) {
        expect(got.wallet.byYear[year] ?? 0).toBe(
          (one.byYear[year] ?? 0) + (two.byYear[year] ?? 0),
        );
      }
      expect(gone.wallet.pointParts).toBe(0);
      expect(got.wallet.pointParts).toBe(one.pointParts + two.pointParts);

      expectChained(closing.wallet.hours, gone.hours, gone.wallet.hours);
      expectChained(keep.wallet.hours, got.hours, got.wallet.hours);
      expectChained(closing.wallet.points, gone.postings, gone.wallet.points);
      expectChained(keep.wallet.points, got.postings, got.wallet.points);
    }),
    runs,
  );
});

test('the account between the two wallets ends at nothing, and nothing is posted for nothing', () => {
  fc.assert(
    fc.property(account, account, (one, two) => {
      const [closing, keep] = [volunteerOf('closing', one), volunteerOf('keep', two)];
      const writes = moved(closing, keep, { recoveryId: 'r', at: Date.now() });
      const postings = [closing, keep].flatMap((side) => after(writes, side).postings);
      const balance = balanceOf(closing.wallet);
      expect(postings.map(({ debit, credit, amount }) => ({ debit, credit, amount }))).toEqual(
        balance === 0
          ? []
          : [
              { debit: 'wallet:closing', credit: 'merge:r', amount: balance },
              { debit: 'merge:r', credit: 'wallet:keep', amount: balance },
            ],
      );
      expect(writes.length).toBeLessThanOrEqual(2 * 5 * 2 + 4);
    }),
    runs,
  );
});
