import { monthOf } from '#shared/time';
import { shiftKey, thirteen, twelve } from './keys';
import type { Key } from './platform/table';

/** The map of the table goes on: the keys of what stands behind an hour and comes after it. */

// A running shift
/** Who scanned with one phone at a shift: a projection, under the phone's mark. */
export const devicesPrefix = 'DV#';
export const deviceKey = (shift: string, device: string): Key => ({
  pk: shiftKey(shift).pk,
  sk: `${devicesPrefix}${device}`,
});
/** How far the people of a running shift have been asked or told something. */
const roundPrefix = 'RO#';
/** That somebody said they were at a shift, where nothing could be scanned. */
export const statementsPrefix = 'JS#';
export const statementKey = (shift: string, volunteer: string): Key => ({
  pk: shiftKey(shift).pk,
  sk: `${statementsPrefix}${volunteer}`,
});
export const roundKey = (shift: string, round: string): Key => ({
  pk: shiftKey(shift).pk,
  sk: `${roundPrefix}${round}`,
});
export const isRoundKey = ({ pk, sk }: Key): boolean =>
  pk.startsWith('T#') && sk.startsWith(roundPrefix);

// Settlement and disputes
/** How far a settled shift's rows have been put on the public notice. */
export const noticeSweepKey = (shift: string): Key => ({ pk: `T#${shift}`, sk: '#NS' });
export const isNoticeSweepKey = ({ pk, sk }: Key): boolean => pk.startsWith('T#') && sk === '#NS';
/** Somebody's word against a public row, or a volunteer's for more. */
export const disputeKey = (dispute: string): Key => ({ pk: `DP#${dispute}`, sk: '#DP' });
/** What must be decided by the end of a day, once for each organisation's turn. */
export const disputeDuePartition = (day: string): string => `DD#${day}`;
export const disputeDueKey = (day: string, dispute: string, turn: number): Key => ({
  pk: disputeDuePartition(day),
  sk: `${dispute}#${turn}`,
});
/** How far the clock has come with who never checked out, with points that wait, and with what nobody decided. */
export const closingKey: Key = { pk: 'CLOCK#closing', sk: '#CLOCK' };
export const payingKey: Key = { pk: 'CLOCK#paying', sk: '#CLOCK' };
export const disputeProgressKey: Key = { pk: 'CLOCK#disputes', sk: '#CLOCK' };

// Suspicion
/** What is compared of the records of an organisation's month. */
export const factsPartition = (organisation: string, month: string): string =>
  `SF#${organisation}#${month}`;
export const factKey = (
  organisation: string,
  month: string,
  { volunteerId, shiftId }: { volunteerId: string; shiftId: string },
): Key => ({ pk: factsPartition(organisation, month), sk: `${volunteerId}#${shiftId}` });
/** Whose months have new facts since a day. */
export const examinePartition = (day: string): string => `SY#${day}`;
export const examineKey = (day: string, organisation: string, month: string): Key => ({
  pk: examinePartition(day),
  sk: `${organisation}#${month}`,
});
/** Who typed an emergency on a day in a district. */
export const emergencyPartition = (district: string, day: string): string =>
  `EM#${district}#${day}`;
export const emergencyKey = (district: string, day: string, organisation: string): Key => ({
  pk: emergencyPartition(district, day),
  sk: organisation,
});
export const examineProgressKey: Key = { pk: 'CLOCK#suspicions', sk: '#CLOCK' };
export const findingKey = (finding: string): Key => ({ pk: `SU#${finding}`, sk: '#SU' });
/** A finding on the list of an organisation at or above its subject, the gravest of a month first. */
export const findingsPrefix = (month: string): string => `SU#${month}#`;
export const findingListKey = (
  organisation: string,
  month: string,
  { rank, findingId }: { rank: number; findingId: string },
): Key => ({ pk: `O#${organisation}`, sk: `${findingsPrefix(month)}${rank}#${findingId}` });
/** What an auditor of an organisation noted on an hours entry. */
export const checkedPrefix = 'SM#';
export const checkedKey = (organisation: string, volunteer: string, sequence: number): Key => ({
  pk: `O#${organisation}`,
  sk: `${checkedPrefix}${volunteer}#${twelve(sequence)}`,
});

// Certificates: the essentials, the list of services, what one asked for, and whose it is
export const certificatePrefix = 'CT#';
export const certificateKey = (volunteer: string, certificate: string): Key => ({
  pk: `V#${volunteer}`,
  sk: `${certificatePrefix}${certificate}`,
});
export const certificateBodyKey = (volunteer: string, certificate: string): Key => ({
  pk: `V#${volunteer}`,
  sk: `CB#${certificate}`,
});
export const certificateAskKey = (volunteer: string, request: string): Key => ({
  pk: `V#${volunteer}`,
  sk: `CQ#${request}`,
});
export const certificateOwnerKey = (certificate: string): Key => ({
  pk: `CT#${certificate}`,
  sk: '#CT',
});
export const certificateProfileKey = (organisation: string): Key => ({
  pk: `O#${organisation}`,
  sk: '#CE',
});
export const revocationsPartition = 'CV';
export const revocationKey = (at: number, certificate: string): Key => ({
  pk: revocationsPartition,
  sk: `${thirteen(at)}#${certificate}`,
});

// Typed hours
/** What an organisation may type in a month. */
export const typedCapKey = (organisation: string, month: string): Key => ({
  pk: `O#${organisation}`,
  sk: `#E#${month}`,
});
/** What an organisation typed, month by month. */
export const typedPrefix = (month: string): string => `TY#${month}#`;
export const typedKey = (organisation: string, at: number, typed: string): Key => ({
  pk: `O#${organisation}`,
  sk: `${typedPrefix(monthOf(at))}${thirteen(at)}#${typed}`,
});
/** What an auditor granted for the emergencies of a month. */
export const allowanceKey = (organisation: string, month: string, grant: string): Key => ({
  pk: `O#${organisation}`,
  sk: `TA#${month}#${grant}`,
});

// Imported hours
/** The systems whose signed lists are taken: few, all in one partition. */
export const hourSourcesPartition = 'HS';
export const hourSourceKey = (source: string): Key => ({ pk: hourSourcesPartition, sk: source });
/** A list of a source: how far it has come. */
export const hoursListKey = (list: string): Key => ({ pk: `HL#${list}`, sk: '#HL' });
export const isHoursListKey = ({ pk, sk }: Key): boolean => pk.startsWith('HL#') && sk === '#HL';
/** What waits under a phone number's mark; and that a row was brought in, by whomever, once for ever. */
export const waitingHoursPartition = (mark: string): string => `IH#${mark}`;
export const waitingHoursKey = (mark: string, source: string, row: string): Key => ({
  pk: waitingHoursPartition(mark),
  sk: `${source}#${row}`,
});
export const broughtInKey = (source: string, row: string): Key => ({
  pk: `IR#${source}#${row}`,
  sk: '#IR',
});
/** The last time somebody brought in what waited, for an answer that was lost. */
export const lastBroughtKey = (volunteer: string): Key => ({ pk: `V#${volunteer}`, sk: '#IH' });

// Rule packs
export const packKey = (pack: string, version: number): Key => ({
  pk: `RP#${pack}`,
  sk: `#${String(version).padStart(3, '0')}`,
});
export const packsInForceKey: Key = { pk: 'RP', sk: '#R' };
/** What a version would have counted in the past year. */
export const simulationKey = (pack: string, version: number): Key => {
  const { pk, sk } = packKey(pack, version);
  return { pk, sk: `${sk}#S` };
};
export const isSimulationKey = ({ pk, sk }: Key): boolean =>
  pk.startsWith('RP#') && sk.endsWith('#S');

// The ledger in sum
/** The public root of a day's hours entries, by month; and the first day that has one. */
export const rootsPartition = (month: string): string => `ROOT#${month}`;
export const rootKey = (day: string): Key => ({ pk: rootsPartition(day.slice(0, 6)), sk: day });
export const firstRootKey: Key = { pk: 'ROOT', sk: '#F' };
export const rootsProgressKey: Key = { pk: 'CLOCK#roots', sk: '#CLOCK' };
/** Minutes by month and grade, of a person, an organisation, a district or the city. */
export const totalsPartition = (scope: string): string => `STAT#${scope}`;
export const totalsKey = (scope: string, month: string, shard: number): Key => ({
  pk: totalsPartition(scope),
  sk: `${month}#${shard}`,
});
