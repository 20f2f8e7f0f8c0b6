import type { District } from '#shared/vocabulary';

/** What a sponsor gives, at which station. `path`: the counter's organisation and those above it, root first. */
export type ToldReward = {
  rewardId: string;
  title: string;
  description: string;
  sponsorId: string;
  sponsorName: string;
  /** Points for one. */
  price: number;
  monthlyLimit: number;
  stationId: string;
  stationName: string;
  district: District;
  organisationId: string;
  path: string[];
  pickupDays: number;
  onShelf: boolean;
};
/** `shards`: over how many items the stock is spread. Listed by district on gx2 while it is on the shelf. */
export type Reward = ToldReward & {
  version: number;
  shards: number;
  gx2pk?: string;
  gx2sk?: string;
};

const shardsMax = 10;

/** Over how many items so many pieces are spread, so that a rush finds no single hot one. */
export const shardsFor = (pieces: number): number => (pieces < shardsMax ? 1 : shardsMax);

/** The pieces of each shard; they add up to all. */
export function splitStock(pieces: number, shards: number): number[] {
  const each = Math.floor(pieces / shards);
  return Array.from({ length: shards }, (_, index) => each + (index < pieces % shards ? 1 : 0));
}

/** The shards that had something left when they were read, from `first` on and round. */
export function shardsWithStock(left: readonly number[], first: number): number[] {
  return left
    .map((_, turn) => (first + turn) % left.length)
    .filter((shard) => (left[shard] ?? 0) > 0);
}
