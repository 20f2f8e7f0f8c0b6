import { thirteen } from './keys';

/** The map of the two sparse indexes: what is listed under which partition, and in which order. */

/** gx1: a shift's roster, spread over the shift's k partitions. */
export const rosterIndex = (shift: string, shard: number): string => `T#${shift}#${shard}`;
/** gx1: who waits for a place of a shift, the longest first. */
export const waitingIndex = (shift: string): string => `T#${shift}#W`;
export const waitingSort = (since: number, volunteer: string): string =>
  `${thirteen(since)}#${volunteer}`;
/** gx2: questions and waits, by the day on which they end. */
export const dueIndex = (day: string, shard: number): string => `QD#${day}#${shard}`;
export const dueSort = (at: number, shift: string, volunteer: string): string =>
  `${thirteen(at)}#${shift}#${volunteer}`;
/** gx2: cancelled shifts whose people are not all freed yet. */
export const sweepIndex = 'SW#';
export const sweepSort = (dueAt: number, shift: string): string => `${thirteen(dueAt)}#${shift}`;
/** gx2: what the people of running shifts are being asked or told, until all have been. */
export const roundsIndex = 'RO#';
/** gx1: the organisations one belongs to. */
export const membershipsIndex = (volunteer: string): string => `V#${volunteer}`;
/** gx1: an organisation's activities in one state. */
export const activitiesIndex = (organisation: string, state: string): string =>
  `OA#${organisation}#${state}`;
/** gx1: what waits for an organisation's approvers. */
export const reviewsIndex = (organisation: string): string => `AR#${organisation}`;
/** gx2: the published activities by the day of their last end. */
export const endDayIndex = (day: string): string => `AE#${day}`;
/** gx1: the organisations one belonged to: whoever is deleted is no name there, either. */
export const pastMembershipsIndex = (volunteer: string): string => `VP#${volunteer}`;
/** gx1: the organisations one has proposed. */
export const proposedIndex = (volunteer: string): string => `VQ#${volunteer}`;
/** gx2: hours whose points wait for the end of the public notice, by that day. */
export const noticeEndIndex = (day: string, shard: number): string => `ND#${day}#${shard}`;
/** gx2: settled shifts whose rows do not all know yet until when they are public. */
export const noticeSweepIndex = 'NS#';
/** gx1: objections and appeals that wait for an organisation's decision. gx2: what one has raised. */
export const disputesIndex = (organisation: string): string => `DQ#${organisation}`;
export const myDisputesIndex = (volunteer: string): string => `DM#${volunteer}`;
/** gx1: a reward's redemptions. */
export const redemptionsIndex = (reward: string, shard: number): string => `G#${reward}#${shard}`;
/** gx2: what waits to be erased, by its time. */
export const erasureIndex = (shard: number): string => `ER#${shard}`;
/** gx2: what happens in a district on a day. */
export const agendaIndex = (district: string, day: string): string => `D#${district}#${day}`;
/** gx2: the hours entries of a day, for the daily root. */
export const hoursDayIndex = (day: string, shard: number): string => `HD#${day}#${shard}`;
/** gx2: the organisations below one. */
export const childrenIndex = (organisation: string): string => `OP#${organisation}`;
/** gx1: what one complained of. gx2: what waits for an organisation's answer, by its day. */
export const myComplaintsIndex = (volunteer: string): string => `CM#${volunteer}`;
export const complaintsIndex = (organisation: string): string => `CQ#${organisation}`;
/** gx2: messages for WeChat by the time of the next try, and those that were given up. */
export const messagesDueIndex = (shard: number): string => `MQ#${shard}`;
export const deadMessagesIndex = 'MD#';
/** gx2: reminders by the time they are due. */
export const remindersDueIndex = (shard: number): string => `RQ#${shard}`;
/** The sort key of what is due at a time (ms), and that time again. */
export const dueSortOf = (at: number, ...rest: string[]): string =>
  [thirteen(at), ...rest].join('#');
/** gx1: an organisation's published bulletins by their time. */
export const boardIndex = (organisation: string): string => `BO#${organisation}`;
/** gx2: bulletins that wait for a person's eye, in a whole tree of organisations. */
export const bulletinQueueIndex = (root: string): string => `BQ#${root}`;
/** gx2: what waits below one to be verified, and who waits to join it. */
export const proposalsIndex = (organisation: string): string => `OQ#${organisation}`;
export const requestsIndex = (organisation: string): string => `OR#${organisation}`;
/** gx2: a district's stations and its rewards. */
export const stationsIndex = (district: string): string => `SD#${district}`;
export const rewardsIndex = (district: string): string => `GD#${district}`;
/** gx2: the redemptions that wait to be fetched, by the last day for it. */
export const fetchDayIndex = (day: string, shard: number): string => `FD#${day}#${shard}`;
/** gx1: an organisation's lists of people. gx2: those that are not done. */
export const importsIndex = (organisation: string): string => `OJ#${organisation}`;
export const runningImportsIndex = 'JR#';
export const importSort = (at: number, job: string): string => `${thirteen(at)}#${job}`;
/** gx1: the signed lists of a source of hours, by their time. */
export const hoursListsIndex = (source: string): string => `LH#${source}`;
/** gx2: typed hours that wait for somebody else's decision, the oldest first. */
export const typedQueueIndex = (organisation: string): string => `TQ#${organisation}`;
/** gx2: simulations of rule packs that are not done. */
export const runningSimulationsIndex = 'SI#';
/** gx1: one's certificates. gx2: those that an organisation's hours stand on. Both by the time they were issued. */
export const myCertificatesIndex = (volunteer: string): string => `VT#${volunteer}`;
export const certificatesIndex = (organisation: string): string => `CO#${organisation}`;
