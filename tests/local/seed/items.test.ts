import type { StationList } from '#shared/stations';
import type { HoursEntry } from '../../../functions/hours/hours.table';
import { hashOf } from '../../../functions/ledger/chain';
import type { Wallet } from '../../../functions/ledger/wallet.table';
import { balanceOf, walletAt } from '../../../functions/ledger/wallet.table';
import type { PackHead, PackPart } from '../../../functions/platform/packs';
import { contentOf } from '../../../functions/platform/packs';
import type { Posting } from '../../../functions/points/point.table';
import { walletAccount } from '../../../functions/points/point.table';
import type { ServiceRecord } from '../../../functions/records/record.rules';
import type { Redemption } from '../../../functions/rewards/redemption.rules';
import type { Stock, StockCount } from '../../../functions/rewards/reward.table';
import { phoneOf } from '../../../functions/volunteers/volunteer.table';
import { secretsOf } from '../../../local/secrets';
import type { Size } from '../../../local/seed/items';
import { itemsOf } from '../../../local/seed/items';
import { volunteerIdOf } from '../../../local/seed/people';
import type { Item } from '../../../local/seed/world';

Object.assign(process.env, secretsOf(undefined));
const now = Date.parse('2026-11-24T06:30:00Z');
const made = new Map<Size, Item[]>();
const itemsFor = (size: Size): Item[] => {
  const items = made.get(size) ?? itemsOf({ now, size }).items;
  made.set(size, items);
  return items;
};
const under = <T>(items: Item[], { pk, sk }: { pk: RegExp; sk: RegExp }): (T & Item)[] =>
  items.filter((item) => pk.test(item.pk) && sk.test(item.sk)) as unknown as (T & Item)[];
const ofVolunteers = <T>(items: Item[], sk: RegExp) => under<T>(items, { pk: /^V#/, sk });

/** The rows of a partition in the order they were written, for whoever asks often. */
function partitions(items: Item[]): (pk: string, sk: RegExp) => Item[] {
  const byKey = new Map<string, Item[]>();
  for (const item of items) byKey.set(item.pk, [...(byKey.get(item.pk) ?? []), item]);
  return (pk, sk) => (byKey.get(pk) ?? []).filter((item) => sk.test(item.sk));
}

/** The row without what is not part of the hashed entry. */
const entryOf = ({ pk: _, sk: __, gx2pk: ___, gx2sk: ____, hash: _____, ...entry }: Item) => entry;

describe.each(['small', 'city'] as const)('%s', (size) => {
  const items = itemsFor(size);
  const wallets = ofVolunteers<Wallet>(items, /^#W$/);
  const within = partitions(items);

  test('no key twice', () => {
    const keys = items.map(({ pk, sk }) => `${pk} ${sk}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('the same once more, but for the phones that are sealed anew', () => {
    const open = (rows: Item[]) =>
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith('sealed'))),
      );
    expect(JSON.stringify(open(itemsOf({ now, size }).items))).toBe(JSON.stringify(open(items)));
  });

  test.each([
    ['hours', /^H#/, (wallet: Wallet) => wallet.hours],
    ['points', /^L#/, (wallet: Wallet) => wallet.points],
  ] as const)('every chain of %s holds, up to the head on the wallet', (_, sk, headOf) => {
    for (const wallet of wallets) {
      let head = { sequence: 0, hash: '' };
      const chain = within(wallet.pk, sk) as unknown as (HoursEntry & Item)[];
      for (const entry of chain) {
        expect(entry.sequence).toBe(head.sequence + 1);
        expect(entry.previousHash).toBe(head.hash);
        expect(hashOf(entryOf(entry))).toBe(entry.hash);
        head = { sequence: entry.sequence, hash: entry.hash };
      }
      expect(headOf(wallet)).toEqual(head);
    }
  });

  test('entries and postings grow in time and lie in the past', () => {
    for (const sk of [/^H#/, /^L#/]) {
      for (const wallet of wallets) {
        const chain = within(wallet.pk, sk) as unknown as (HoursEntry & Item)[];
        const times = chain.map(({ at }) => at);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(times.every((at) => at <= now)).toBe(true);
      }
    }
  });

  test('a wallet says what its entries and postings sum up to', () => {
    for (const wallet of wallets) {
      const account = walletAccount(wallet.pk.slice(2));
      const hours = within(wallet.pk, /^H#/) as unknown as HoursEntry[];
      const postings = within(wallet.pk, /^L#/) as unknown as Posting[];
      const moved = postings.map((it) => (it.credit === account ? it.amount : -it.amount));
      expect([wallet.minutes, balanceOf(wallet)]).toEqual([
        hours.reduce((sum, { creditedMinutes }) => sum + creditedMinutes, 0),
        moved.reduce((sum, amount) => sum + amount, 0),
      ]);
    }
  });

  test('every credited record is the cause of one entry', () => {
    const credited = ofVolunteers<ServiceRecord>(items, /^R#/).filter(
      ({ state }) => state === 'credited',
    );
    const causes = ofVolunteers<HoursEntry>(items, /^H#/).map(({ pk, causeId }) => pk + causeId);
    expect(credited.map(({ pk, shiftId }) => pk + shiftId).sort()).toEqual(causes.sort());
  });

  test('counts, places and records of a shift agree', () => {
    const records = ofVolunteers<ServiceRecord>(items, /^R#/);
    for (const { shiftId } of under<{ shiftId: string }>(items, { pk: /^T#/, sk: /^#T$/ })) {
      const own = records.filter((record) => record.shiftId === shiftId);
      // Whose hours were typed afterwards may never have had a place.
      const holding = own.filter(
        ({ state }) => !['withdrawn', 'waiting', 'typed'].includes(state),
      ).length;
      const [counts] = within(`T#${shiftId}`, /^#N$/);
      const places = [0, 1].flatMap(
        (shard) =>
          within(`T#${shiftId}#C${shard}`, /^#C$/) as unknown as {
            taken: number;
            capacity: number;
          }[],
      );
      const { signedUp, checkedIn, pending, credited } = counts as unknown as Record<
        string,
        number
      >;
      const counted = [signedUp, checkedIn, pending ?? 0, credited].map(Number);
      expect(counted.reduce((sum, one) => sum + one, 0)).toBe(holding);
      expect(places.reduce((sum, { taken }) => sum + taken, 0)).toBe(holding);
      expect(places.every(({ taken, capacity }) => taken <= capacity)).toBe(true);
    }
  });

  test('the shards of a reward’s stock add up to its count', () => {
    for (const count of under<StockCount>(items, { pk: /^G#/, sk: /^#N$/ })) {
      const shards = Array.from({ length: 10 }, (_, shard) => `${count.pk}#S${shard}`);
      const stock = shards.flatMap((pk) => within(pk, /^#S$/) as unknown as Stock[]);
      expect(stock.reduce((sum, { left }) => sum + left, 0)).toBe(count.left);
    }
  });

  test('the published list names every station, and says that they are made up', () => {
    const head = items.find(({ pk }) => pk === 'SL') as unknown as PackHead;
    const parts = under<PackPart>(items, { pk: /^SL#/, sk: /./ });
    const list = contentOf<StationList>(parts.map(({ bytes }) => bytes));
    expect(list.version).toBe(head.packVersion);
    expect(list.synthetic).toBe(true);
    const stored = under<{ stationId: string }>(items, { pk: /^S#/, sk: /^#S$/ });
    expect([...list.stationId].sort()).toEqual(stored.map(({ stationId }) => stationId).sort());
  });

  test('李雷 has about 20 hours and points to redeem; 韩梅梅 has something to fetch', () => {
    const walletOf = (key: string) =>
      wallets.find(({ pk }) => pk === walletAt(volunteerIdOf(key)).pk);
    const wallet = walletOf('volunteer');
    expect(wallet?.minutes).toBe(21 * 60);
    expect(wallet && balanceOf(wallet)).toBe(195);
    const states = ofVolunteers<Redemption>(items, /^K#/).map(({ pk, state }) => [pk, state]);
    expect(states).toContainEqual([walletOf('second')?.pk, 'reserved']);
    expect(states).toContainEqual([wallet?.pk, 'picked_up']);
  });
});

test('city: 6,800 stations, 48 activities and 4 drafts, 30 rewards, 147 organisations', () => {
  const count = (pk: RegExp, sk: RegExp): number => under(itemsFor('city'), { pk, sk }).length;
  expect(count(/^S#/, /^#S$/)).toBe(6_800);
  expect(count(/^A#/, /^#A$/)).toBe(52);
  expect(count(/^G#[0-9a-f]+$/, /^#G$/)).toBe(30);
  expect(count(/^O#/, /^#O$/)).toBe(147);
});

test('the seed is the same but for the time at another time: ids of people and stations stay', () => {
  const later = itemsOf({ now: now + 90 * 86_400_000, size: 'small' }).items;
  const keysOf = (items: Item[]) => items.map(({ pk }) => pk).filter((pk) => /^[VOSG]#/.test(pk));
  expect(new Set(keysOf(later))).toEqual(new Set(keysOf(itemsFor('small'))));
});

test('phones open under the installation’s keys', () => {
  const [profile] = ofVolunteers<Parameters<typeof phoneOf>[1]>(itemsFor('small'), /^#P$/);
  expect(profile && phoneOf(profile.pk.slice(2), profile)).toMatch(/^1990000\d{4}$/);
});
