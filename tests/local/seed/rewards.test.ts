import { organisationsOf } from '../../../local/seed/organisations';
import { placesOf } from '../../../local/seed/places';
import { fewRewards, rewardsOf, sponsorsOf } from '../../../local/seed/rewards';
import { fewOf, redeemsAt, stationsOf } from '../../../local/seed/stations';

const { streets, communities } = placesOf();
const stations = stationsOf(streets, communities);
const rewards = rewardsOf(stations);

test('thirty rewards from 5 to 500 points; one sold out, one off the shelf, one the last', () => {
  expect(rewards).toHaveLength(30);
  expect(new Set(rewards.map(({ rewardId }) => rewardId)).size).toBe(30);
  const prices = rewards.map(({ price }) => price);
  expect([Math.min(...prices), Math.max(...prices)]).toEqual([5, 500]);
  expect(rewards.filter(({ stock }) => stock === 0)).toHaveLength(1);
  expect(rewards.filter(({ stock }) => stock === 1)).toHaveLength(1);
  expect(rewards.filter(({ onShelf }) => !onShelf)).toHaveLength(1);
});

test('each is fetched at a station that hands out, and each such station has one', () => {
  const redeeming = new Map(stations.filter(redeemsAt).map((one) => [one.stationId, one]));
  const used = new Set(rewards.map(({ stationId }) => stationId));
  expect(used).toEqual(new Set(redeeming.keys()));
  for (const { stationId, stationName, district } of rewards) {
    expect(redeeming.get(stationId)).toMatchObject({ name: stationName, district });
  }
});

test('counters and sponsors exist; every sponsor is said to be made up', () => {
  const known = new Set(organisationsOf().map(({ organisationId }) => organisationId));
  const sponsors = sponsorsOf(rewards);
  expect(sponsors.every(({ name, budget }) => name.includes('演示') && budget > 0)).toBe(true);
  for (const { organisationId, sponsorId } of rewards) {
    expect(known.has(organisationId)).toBe(true);
    expect(sponsors.some((sponsor) => sponsor.sponsorId === sponsorId)).toBe(true);
  }
});

test('a small city has six, at stations that it has', () => {
  const few = new Set(fewOf(stations).map(({ stationId }) => stationId));
  expect(fewRewards(rewards)).toHaveLength(6);
  expect(fewRewards(rewards).every(({ stationId }) => few.has(stationId))).toBe(true);
});
