import type { ToldReward } from '../../functions/rewards/reward.rules';
import type { TestCloud } from './cloud';
import type { Person } from './given';
import type { Item } from './items';
import { allItems } from './items';
import { putAll } from './put-all';

/** Loaded after the cloud has started: the table module reads its endpoint when it is loaded. */
const product = () => ({
  ...(require('../../functions/platform/table') as typeof import('../../functions/platform/table')),
  ...(require('../../functions/ledger/wallet.table') as typeof import('../../functions/ledger/wallet.table')),
  ...(require('../../functions/points/point.rules') as typeof import('../../functions/points/point.rules')),
  ...(require('../../functions/points/point.table') as typeof import('../../functions/points/point.table')),
  ...(require('../../functions/rewards/reward.table') as typeof import('../../functions/rewards/reward.table')),
  ...(require('../../functions/rewards/shelf') as typeof import('../../functions/rewards/shelf')),
});

let rewards = 0;

/** A reward on the shelf with so many pieces; 30 points for one unless told. */
export async function reward(
  { pieces = 1, ...told }: Partial<ToldReward> & { pieces?: number },
  path: string[] = ['0000000000aa'],
): Promise<ToldReward> {
  const { rewardAt, stockAt, shelve } = product();
  const rewardId = (0xabc000 + ++rewards).toString(16).padStart(12, '0');
  const whole: ToldReward = {
    ...{ rewardId, title: '毛巾', description: '纯棉毛巾一条', price: 30, monthlyLimit: 2 },
    ...{ sponsorId: '5b0000000001', sponsorName: '海风超市' },
    ...{ stationId: '57a000000001', stationName: '八大关学雷锋站', district: '370202' },
    ...{ organisationId: path.at(-1) ?? '', path, pickupDays: 7, onShelf: true },
    ...told,
  };
  const { reward: item, stock } = shelve(whole, pieces);
  await putAll([
    { ...item, ...rewardAt(rewardId) },
    ...stock.map((it, shard) => ({ ...it, ...stockAt(rewardId, shard) })),
  ]);
  return whole;
}

/** Points from nowhere but the mint: a posting like any other. */
export async function earn(
  cloud: TestCloud,
  { volunteerId }: Person,
  byYear: Record<string, number>,
) {
  const { read, commit, replace, walletAt, emptyWallet, post, walletAccount, receive } = product();
  const [wallet = emptyWallet] = await read(walletAt(volunteerId));
  const amount = Object.values(byYear).reduce((sum, one) => sum + one, 0);
  const { wallet: next, write } = post(volunteerId, wallet, {
    draft: {
      ...{ cause: 'service', causeId: 'given', title: '海边清洁', debit: 'mint:given' },
      ...{ credit: walletAccount(volunteerId), amount, split: byYear, at: cloud.now() },
    },
    byYear: receive(wallet.byYear, byYear),
  });
  await commit([write, replace(walletAt(volunteerId), next)]);
}

type Posting = { debit: string; credit: string; amount: number; sequence: number; balance: number };

/** What the table says in sum: every wallet, what the postings make of it, the pieces left of each reward. */
export async function books() {
  const items = await allItems();
  const wallets = items.filter(({ sk }) => sk === '#W');
  const postings = items.filter(({ sk }) => sk.startsWith('L#')) as (Item & Posting)[];
  const accounts = new Map<string, number>();
  for (const { debit, credit, amount } of postings) {
    accounts.set(debit, (accounts.get(debit) ?? 0) - amount);
    accounts.set(credit, (accounts.get(credit) ?? 0) + amount);
  }
  const balanceOf = ({ byYear }: Item): number =>
    Object.values(byYear as Record<string, number>).reduce((sum, one) => sum + one, 0);
  return {
    accounts,
    balances: new Map(wallets.map((item) => [`wallet:${item.pk.slice(2)}`, balanceOf(item)])),
    left: (rewardId: string): number =>
      items
        .filter(({ sk, rewardId: of }) => sk === '#S' && of === rewardId)
        .reduce((sum, { left }) => sum + Number(left), 0),
  };
}

/** Every account adds up, nothing was made or lost, and no wallet says anything else than its postings. */
export async function expectBalanced(): Promise<void> {
  const { accounts, balances } = await books();
  expect([...accounts.values()].reduce((sum, one) => sum + one, 0)).toBe(0);
  for (const [account, balance] of balances) {
    expect({ account, balance }).toEqual({ account, balance: accounts.get(account) ?? 0 });
    expect(balance).toBeGreaterThanOrEqual(0);
  }
}
