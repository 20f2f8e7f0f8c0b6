import { dayOf } from '#shared/time';
import { startOfShiftDay } from './platform/ids';
import type { Key } from './platform/table';

/** The map of the table: every key on one page. Ids are checked by pattern before they come here. */
const twelve = (sequence: number): string => String(sequence).padStart(12, '0');
/** A stable spread of a key over `shards` partitions. */
export const shardOf = (id: string, shards: number): number =>
  Number.parseInt(id.slice(-6), 16) % shards;

// People
export const wayKey = (kind: string, mark: string): Key => ({ pk: `I#${kind}#${mark}`, sk: '#I' });
export const profileKey = (volunteer: string): Key => ({ pk: `V#${volunteer}`, sk: '#P' });
export const walletKey = (volunteer: string): Key => ({ pk: `V#${volunteer}`, sk: '#W' });
export const calendarKey = (volunteer: string): Key => ({ pk: `V#${volunteer}`, sk: '#K' });

// A volunteer's service: the record moves, entries and postings are written once
export const recordPrefix = 'R#';
export const recordKey = (volunteer: string, shift: string): Key => ({
  pk: `V#${volunteer}`,
  sk: `${recordPrefix}${dayOf(startOfShiftDay(shift))}#${shift}`,
});
export const hoursPrefix = 'H#';
export const hoursKey = (volunteer: string, sequence: number): Key => ({
  pk: `V#${volunteer}`,
  sk: `${hoursPrefix}${twelve(sequence)}`,
});
export const postingPrefix = 'L#';
export const postingKey = (volunteer: string, sequence: number): Key => ({
  pk: `V#${volunteer}`,
  sk: `${postingPrefix}${twelve(sequence)}`,
});
export const redemptionPrefix = 'K#';
export const redemptionKey = (volunteer: string, redemption: string): Key => ({
  pk: `V#${volunteer}`,
  sk: `${redemptionPrefix}${redemption}`,
});
export const quotaKey = (volunteer: string, reward: string, month: string): Key => ({
  pk: `V#${volunteer}`,
  sk: `Q#${reward}#${month}`,
});

// Activities
export const activityKey = (activity: string): Key => ({ pk: `A#${activity}`, sk: '#A' });
export const shiftKey = (shift: string): Key => ({ pk: `T#${shift}`, sk: '#T' });
export const countsKey = (shift: string): Key => ({ pk: `T#${shift}`, sk: '#N' });
export const placesKey = (shift: string, shard: number): Key => ({
  pk: `T#${shift}#C${shard}`,
  sk: '#C',
});
export const claimKey = (claim: string): Key => ({ pk: `C#${claim}`, sk: '#C' });

// Organisations
export const organisationKey = (organisation: string): Key => ({
  pk: `O#${organisation}`,
  sk: '#O',
});
export const memberKey = (organisation: string, volunteer: string): Key => ({
  pk: `O#${organisation}`,
  sk: `M#${volunteer}`,
});

// Stations and rewards
export const stationKey = (station: string): Key => ({ pk: `S#${station}`, sk: '#S' });
export const stationListKey = (version: string, part: number): Key => ({
  pk: `SL#${version}`,
  sk: `#${part}`,
});
export const stationListHeadKey: Key = { pk: 'SL', sk: '#H' };
export const stationsChangedKey: Key = { pk: 'SL', sk: '#M' };
export const isStationKey = ({ pk, sk }: Key): boolean => pk.startsWith('S#') && sk === '#S';
export const rewardKey = (reward: string): Key => ({ pk: `G#${reward}`, sk: '#G' });
export const stockKey = (reward: string, shard: number): Key => ({
  pk: `G#${reward}#S${shard}`,
  sk: '#S',
});
export const isStockKey = ({ pk, sk }: Key): boolean => pk.startsWith('G#') && sk === '#S';
export const stockCountKey = (reward: string): Key => ({ pk: `G#${reward}`, sk: '#N' });
export const sponsorKey = (sponsor: string): Key => ({ pk: `SP#${sponsor}`, sk: '#SP' });
export const pickupKey = (pickup: string): Key => ({ pk: `P#${pickup}`, sk: '#P' });
export const handoverKey = (counter: string, handover: string): Key => ({
  pk: `V#${counter}`,
  sk: `Y#${handover}`,
});
/** How far the clock has come with what was not fetched. */
export const lapseKey: Key = { pk: 'CLOCK#lapse', sk: '#CLOCK' };

// Projections
export const appliedKey = (projection: string, event: string): Key => ({
  pk: `X#${projection}#${event}`,
  sk: '#X',
});

// The two sparse indexes
/** gx1: a shift's roster, spread over the shift's k partitions. */
export const rosterIndex = (shift: string, shard: number): string => `T#${shift}#${shard}`;
/** gx1: the organisations one belongs to. */
export const membershipsIndex = (volunteer: string): string => `V#${volunteer}`;
/** gx1: a reward's redemptions. */
export const redemptionsIndex = (reward: string, shard: number): string => `G#${reward}#${shard}`;
/** gx2: what happens in a district on a day. */
export const agendaIndex = (district: string, day: string): string => `D#${district}#${day}`;
/** gx2: the hours entries of a day, for the daily root. */
export const hoursDayIndex = (day: string, shard: number): string => `HD#${day}#${shard}`;
/** gx2: the organisations below one. */
export const childrenIndex = (organisation: string): string => `OP#${organisation}`;
/** gx2: a district's stations and its rewards. */
export const stationsIndex = (district: string): string => `SD#${district}`;
export const rewardsIndex = (district: string): string => `GD#${district}`;
/** gx2: the redemptions that wait to be fetched, by the last day for it. */
export const fetchDayIndex = (day: string, shard: number): string => `FD#${day}#${shard}`;
