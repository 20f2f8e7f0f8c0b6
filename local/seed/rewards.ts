import type { District } from '#shared/vocabulary';
import { idFor } from '../../functions/platform/ids';
import written from './data/rewards.json';
import { districtCorpsId } from './organisations';
import { at } from './random';
import type { Station } from './stations';
import { redeemsAt } from './stations';

/**
 * Thirty rewards of companies that do not exist, each at one of the stations that hand out. The sponsors' budgets are
 * what stands on the shelf and as much again.
 */
export type SeedReward = {
  rewardId: string;
  title: string;
  description: string;
  sponsorId: string;
  sponsorName: string;
  /** Points for one. */
  price: number;
  stock: number;
  monthlyLimit: number;
  pickupDays: number;
  stationId: string;
  stationName: string;
  district: District;
  /** The organisation whose counters hand it out. */
  organisationId: string;
  onShelf: boolean;
};
export type SeedSponsor = { sponsorId: string; name: string; budget: number };

const home: District = '370202';
const homeCount = 12;
const fewCount = 6;
const offShelf: readonly string[] = ['旧款雨衣'];

export const rewardIdOf = (title: string): string => idFor('seed reward', title);
const sponsorIdOf = (name: string): string => idFor('seed sponsor', name);

/** Twelve at the home district's centre and halls, two at the centre of each other district. */
export function rewardsOf(stations: Station[]): SeedReward[] {
  const redeeming = stations.filter(redeemsAt);
  const near = redeeming.filter(({ district }) => district === home);
  const far = redeeming.filter(({ district }) => district !== home);
  return written.rewards.map(({ sponsor, ...reward }, i) => {
    const station =
      i < homeCount ? at(near, i % near.length) : at(far, Math.floor((i - homeCount) / 2));
    const sponsorName = at(written.sponsors, sponsor);
    return {
      ...reward,
      rewardId: rewardIdOf(reward.title),
      sponsorId: sponsorIdOf(sponsorName),
      sponsorName,
      stationId: station.stationId,
      stationName: station.name,
      district: station.district,
      organisationId: districtCorpsId(station.district),
      onShelf: !offShelf.includes(reward.title),
    };
  });
}

/** The home district's first six. */
export const fewRewards = (rewards: SeedReward[]): SeedReward[] => rewards.slice(0, fewCount);

/** All sponsors; a budget counts points. */
export function sponsorsOf(rewards: SeedReward[]): SeedSponsor[] {
  return written.sponsors.map((name) => {
    const sponsorId = sponsorIdOf(name);
    const loaded = rewards
      .filter((reward) => reward.sponsorId === sponsorId)
      .reduce((sum, { price, stock }) => sum + price * stock, 0);
    return { sponsorId, name, budget: loaded };
  });
}
