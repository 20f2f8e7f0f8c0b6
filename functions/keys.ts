import { dayOf } from '#shared/time';
import { startOfShiftDay } from './platform/ids';
import type { Key } from './platform/table';

/**
 * The map of the table: the keys of items on this page, of what stands behind an hour on the next (evidence-keys.ts), of
 * the two indexes on the third (indexes.ts). Ids are checked by pattern before they come here.
 */
export const twelve = (sequence: number): string => String(sequence).padStart(12, '0');
/** A time in ms as a part of a sort key. */
export const thirteen = (at: number): string => String(at).padStart(13, '0');
/** A stable spread of a key over `shards` partitions. */
export const shardOf = (id: string, shards: number): number =>
  Number.parseInt(id.slice(-6), 16) % shards;

// People
export const wayKey = (kind: string, mark: string): Key => ({ pk: `I#${kind}#${mark}`, sk: '#I' });
/** The list of a volunteer's ways in: what is added or removed goes through it. */
export const wayListKey = (volunteer: string): Key => ({ pk: `V#${volunteer}`, sk: '#I' });
/** What was sent to a phone number, and its code. */
export const smsKey = (mark: string): Key => ({ pk: `SC#${mark}`, sk: '#SC' });
/** How much was sent for a network address in an hour. */
export const smsHourKey = (mark: string, hour: number): Key => ({
  pk: `SA#${mark}`,
  sk: `#${hour}`,
});
export const profileKey = (volunteer: string): Key => ({ pk: `V#${volunteer}`, sk: '#P' });
/** What somebody said on a consent, each time. */
export const consentPrefix = 'E#';
export const consentKey = (volunteer: string, at: number, purpose: string): Key => ({
  pk: `V#${volunteer}`,
  sk: `${consentPrefix}${thirteen(at)}#${purpose}`,
});
/** The last export of one's data. */
export const exportKey = (volunteer: string): Key => ({ pk: `V#${volunteer}`, sk: '#X' });
export const isExportKey = ({ pk, sk }: Key): boolean => pk.startsWith('V#') && sk === '#X';
/** What of a person is to be erased, and when. */
export const erasurePrefix = 'ER#';
export const erasureKey = (volunteer: string, kind: string): Key => ({
  pk: `V#${volunteer}`,
  sk: `${erasurePrefix}${kind}`,
});
export const erasureOrder = (dueAt: number, volunteer: string): string =>
  `${thirteen(dueAt)}#${volunteer}`;
/** Who was deleted, month by month: read again after a restore. */
export const deletionKey = (month: string, volunteer: string): Key => ({
  pk: `DJ#${month}`,
  sk: volunteer,
});
export const walletKey = (volunteer: string): Key => ({ pk: `V#${volunteer}`, sk: '#W' });
export const calendarKey = (volunteer: string): Key => ({ pk: `V#${volunteer}`, sk: '#K' });

/** Who is looked after, under the one who does it. */
export const dependantKey = (guardian: string, dependant: string): Key => ({
  pk: `V#${guardian}`,
  sk: `D#${dependant}`,
});
/** Whom one looks after, and by whom one is looked after. */
export const familyKey = (volunteer: string): Key => ({ pk: `V#${volunteer}`, sk: '#F' });
/** A code that is read out from one phone and typed into another. */
export const linkCodeKey = (mark: string): Key => ({ pk: `LC#${mark}`, sk: '#LC' });
/** The one code of a purpose that is good now. */
export const linkCodeOfKey = (volunteer: string, purpose: string): Key => ({
  pk: `V#${volunteer}`,
  sk: `LC#${purpose}`,
});
/** How often somebody typed a wrong code. */
export const linkTriesKey = (volunteer: string): Key => ({ pk: `V#${volunteer}`, sk: '#LT' });
/** The printed card that counts. */
export const cardKey = (volunteer: string): Key => ({ pk: `V#${volunteer}`, sk: '#CA' });
/** Who of the staff read a child's data, in which hour (ms). */
export const readingPrefix = 'RD#';
export const readingKey = (child: string, hour: number, reading: string): Key => ({
  pk: `V#${child}`,
  sk: `${readingPrefix}${thirteen(hour)}#${reading}`,
});

export const noticePrefix = 'N#';
export const noticeKey = (volunteer: string, at: number, notice: string): Key => ({
  pk: `V#${volunteer}`,
  sk: `${noticePrefix}${thirteen(at)}#${notice}`,
});

/** What somebody has read, and how many messages WeChat may still bring them. */
export const mailboxKey = (volunteer: string): Key => ({ pk: `V#${volunteer}`, sk: '#B' });
/** A notice on its way through WeChat. */
export const messageKey = (volunteer: string, at: number, notice: string): Key => ({
  pk: `V#${volunteer}`,
  sk: `MS#${thirteen(at)}#${notice}`,
});
export const isNoticeKey = ({ pk, sk }: Key): boolean =>
  pk.startsWith('V#') && sk.startsWith(noticePrefix);
/** What somebody is to be reminded of. */
export const reminderKey = (volunteer: string, kind: string, shift: string): Key => ({
  pk: `V#${volunteer}`,
  sk: `RM#${kind}#${shift}`,
});

// A volunteer's service: the record moves, entries and postings are written once
export const recordPrefix = 'R#';
/** The records of shifts that began on a day. */
export const recordDayPrefix = (day: string): string => `${recordPrefix}${day}#`;
export const recordKey = (volunteer: string, shift: string): Key => ({
  pk: `V#${volunteer}`,
  sk: `${recordDayPrefix(dayOf(startOfShiftDay(shift)))}${shift}`,
});
export const hoursPrefix = 'H#';
export const hoursKey = (volunteer: string, sequence: number): Key => ({
  pk: `V#${volunteer}`,
  sk: `${hoursPrefix}${twelve(sequence)}`,
});
/** Whose hours entry lies under a key. */
export const hoursOwnerOf = ({ pk, sk }: Key): string | undefined =>
  pk.startsWith('V#') && sk.startsWith(hoursPrefix) ? pk.slice(2) : undefined;
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
/** A list of people that a company brings to a shift. */
export const groupKey = (shift: string, group: string): Key => ({
  pk: `T#${shift}`,
  sk: `U#${group}`,
});
/** How far a cancelled shift's people have been told and freed. */
export const sweepKey = (shift: string): Key => ({ pk: `T#${shift}`, sk: '#S' });
export const isSweepKey = ({ pk, sk }: Key): boolean => pk.startsWith('T#') && sk === '#S';
export const isShiftKey = ({ pk, sk }: Key): boolean => pk.startsWith('T#') && sk === '#T';
/** How far the clock has come with questions and waits that end, and with who did not come. */
export const dueKey: Key = { pk: 'CLOCK#due', sk: '#CLOCK' };
export const missedKey: Key = { pk: 'CLOCK#missed', sk: '#CLOCK' };
export const claimKey = (claim: string): Key => ({ pk: `C#${claim}`, sk: '#C' });

/** That an activity waits for review by the approvers of an organisation. */
export const reviewKey = (organisation: string, activity: string): Key => ({
  pk: `O#${organisation}`,
  sk: `AR#${activity}`,
});
/** How far the clock has come with what is over. */
export const settlingKey: Key = { pk: 'CLOCK#settling', sk: '#CLOCK' };

// Organisations
export const organisationKey = (organisation: string): Key => ({
  pk: `O#${organisation}`,
  sk: '#O',
});
/** Names the city's root organisation. */
export const cityKey: Key = { pk: 'O', sk: '#R' };
export const memberPrefix = 'M#';
export const memberKey = (organisation: string, volunteer: string): Key => ({
  pk: `O#${organisation}`,
  sk: `${memberPrefix}${volunteer}`,
});
/** A code that lets people join, under its mark; and which one is an organisation's own now. */
export const invitationKey = (mark: string): Key => ({ pk: `OI#${mark}`, sk: '#I' });
export const invitationHeadKey = (organisation: string): Key => ({
  pk: `O#${organisation}`,
  sk: '#V',
});
export const guessesKey = (volunteer: string): Key => ({ pk: `V#${volunteer}`, sk: '#J' });
export const specialitiesKey = (district: string): Key => ({ pk: `D#${district}`, sk: '#D' });

export const recoveryPrefix = 'RV#';
export const recoveryKey = (organisation: string, recovery: string): Key => ({
  pk: `O#${organisation}`,
  sk: `${recoveryPrefix}${recovery}`,
});

export const auditPrefix = 'Z#';
export const auditKey = (organisation: string, at: number, audit: string): Key => ({
  pk: `O#${organisation}`,
  sk: `${auditPrefix}${thirteen(at)}#${audit}`,
});

// Notice boards
export const bulletinKey = (bulletin: string): Key => ({ pk: `B#${bulletin}`, sk: '#BU' });
/** What an organisation has pinned to its board. */
export const boardKey = (organisation: string): Key => ({ pk: `O#${organisation}`, sk: '#BD' });

// What can be found
export const isOrganisationKey = ({ pk, sk }: Key): boolean => pk.startsWith('O#') && sk === '#O';
export const isActivityKey = ({ pk, sk }: Key): boolean => pk.startsWith('A#') && sk === '#A';
export const entriesPartition = (shard: number): string => `SE#${shard}`;
export const entryKey = (shard: number, id: string): Key => ({
  pk: entriesPartition(shard),
  sk: `E#${id}`,
});
export const searchPartKey = (version: string, part: number): Key => ({
  pk: `SX#${version}`,
  sk: `#${part}`,
});
export const searchHeadKey: Key = { pk: 'SX', sk: '#H' };
export const searchChangedKey: Key = { pk: 'SX', sk: '#M' };

// Complaints
export const complaintKey = (complaint: string): Key => ({ pk: `CP#${complaint}`, sk: '#CP' });
/** The complaints that must be answered by the end of a day, once for each organisation's turn. */
export const complaintDuePartition = (day: string): string => `CD#${day}`;
export const complaintDueKey = (day: string, complaint: string, turn: number): Key => ({
  pk: complaintDuePartition(day),
  sk: `${complaint}#${turn}`,
});
export const complaintProgressKey: Key = { pk: 'CLOCK#complaints', sk: '#CLOCK' };

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

// Lists of people
export const importKey = (job: string): Key => ({ pk: `J#${job}`, sk: '#J' });
export const importPieceKey = (job: string, piece: number): Key => ({
  pk: `J#${job}`,
  sk: `#${String(piece).padStart(3, '0')}`,
});
export const isImportKey = ({ pk, sk }: Key): boolean => pk.startsWith('J#') && sk === '#J';
/** That an organisation awaits whoever has a phone number, under the number's mark. */
export const awaitedPartition = (mark: string): string => `WI#${mark}`;
export const awaitedKey = (mark: string, organisation: string): Key => ({
  pk: awaitedPartition(mark),
  sk: organisationKey(organisation).pk,
});
/** Whose profile lies under a key. */
export const profileOwnerOf = ({ pk, sk }: Key): string | undefined =>
  pk.startsWith('V#') && sk === '#P' ? pk.slice(2) : undefined;
/** The mark in the key of a phone number's way in. */
export const phoneMarkOf = ({ pk }: Key): string | undefined => /^I#phone#(.+)$/.exec(pk)?.[1];

// Projections
export const appliedKey = (projection: string, event: string): Key => ({
  pk: `X#${projection}#${event}`,
  sk: '#X',
});
