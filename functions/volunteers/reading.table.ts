import type { ReadingKind, ReadingPurpose } from '#shared/dependants';
import { readingKey } from '../keys';
import type { At } from '../platform/table';

/** That somebody of the staff read a minor's data in an hour, where and what for. Written once, never edited. */
export type Reading = {
  /** The hour's first millisecond. */
  at: number;
  readerId: string;
  maskedName: string;
  organisationId: string;
  organisationName: string;
  kind: ReadingKind;
  /** What was read: the activity, the organisation. */
  title: string;
  purpose: ReadingPurpose;
};

export const readingAt = (child: string, hour: number, reading: string): At<Reading> =>
  readingKey(child, hour, reading);
