import {
  broughtInKey,
  lastBroughtKey,
  waitingHoursKey,
  waitingHoursPartition,
} from '../evidence-keys';
import type { At } from '../platform/table';
import { seal, unseal } from '../platform/vault';

/** A row of a list under its phone number's mark, until its owner fetches it. Nothing of it can be read here. */
export type Waiting = {
  version: number;
  sourceId: string;
  /** Of the source's own id of the row: the same row in every list. */
  rowKey: string;
  listId: string;
  /** Of the name together with the number. */
  nameMark: string;
  /** Empty when the row was brought in. */
  sealedRow: string;
  taken?: true;
  /** Seconds. */
  expiresAt: number;
};
export type WaitingWords = {
  rowId: string;
  from: number;
  minutes: number;
  title: string;
  organisation: string;
};

export const waitingAt = (mark: string, source: string, row: string): At<Waiting> =>
  waitingHoursKey(mark, source, row);
export const waitingUnder = waitingHoursPartition;

/** That a row of a source was brought in: created with its entry, and never again by anybody. */
export type BroughtIn = { volunteerId: string; sequence: number; listId: string; at: number };
export const broughtInAt = (source: string, row: string): At<BroughtIn> =>
  broughtInKey(source, row);

/** What one's last request brought: the same request again has the same answer. */
export type LastBrought = {
  version: number;
  requestId: string;
  rows: number;
  minutes: number;
  more: boolean;
};
export const lastBroughtAt = (volunteer: string): At<LastBrought> => lastBroughtKey(volunteer);

const placeOf = ({ pk, sk }: At<Waiting>): string => `${pk} ${sk} hours`;
export const sealWords = (at: At<Waiting>, words: WaitingWords): string =>
  seal(JSON.stringify(words), placeOf(at));
export const wordsOf = (at: At<Waiting>, sealed: string): WaitingWords =>
  JSON.parse(unseal(sealed, placeOf(at))) as WaitingWords;
