import * as z from 'zod';
import * as value from './values';
import type { PostingCause } from './vocabulary';
import { postingCauses } from './vocabulary';

/** The passbook: every posting that moved one's points, newest first. */
const postingRow = z.object({
  sequence: z.int().min(1),
  cause: z.enum(Object.keys(postingCauses) as PostingCause[]),
  title: z.string(),
  /** Positive: received. Negative: spent. */
  amount: z.int(),
  balance: value.points,
  at: value.instant,
});
export type PostingRow = z.infer<typeof postingRow>;

export const pointRoutes = {
  'GET /me/points': {
    request: z.strictObject(value.pageQuery),
    response: z.object({
      balance: value.points,
      /** Balance by the year it was earned in; the oldest is spent first. */
      byYear: z.record(z.string(), value.points),
      postings: z.array(postingRow),
      cursor: value.cursor.optional(),
    }),
  },
} as const;
