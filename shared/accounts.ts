import * as z from 'zod';
import * as value from './values';

/** One's own account as a whole: taking everything along in one file, and deleting it. */

/** `rows` grows while it is collected; `url` is good for ten minutes and made anew at every look. */
export const exportShown = z.object({
  exportId: value.id,
  state: z.enum(['collecting', 'ready', 'failed']),
  rows: z.int().min(0),
  askedAt: value.instant,
  url: z.string().max(4_000).optional(),
  urlExpiresAt: value.instant.optional(),
});
export type ExportShown = z.infer<typeof exportShown>;

/** `dueAt` stands once it was asked for; until then one can keep the account. */
export const deletionShown = z.object({
  askedAt: value.instant.optional(),
  dueAt: value.instant.optional(),
  minutes: value.minutes,
  points: value.points,
  now: value.instant,
});
export type DeletionShown = z.infer<typeof deletionShown>;

export const accountRoutes = {
  'GET /me/exports': {
    request: value.nothing,
    response: z.object({ export: exportShown.optional(), leftToday: z.int().min(0) }),
  },
  'POST /me/exports': {
    request: z.strictObject({ requestId: value.requestId }),
    response: z.object({ export: exportShown, leftToday: z.int().min(0) }),
  },
  'GET /me/deletion': { request: value.nothing, response: deletionShown },
  /** Both are asked on the phone, one after the other. */
  'POST /me/deletion': {
    request: z.strictObject({ understood: z.literal(true), sure: z.literal(true) }),
    response: deletionShown,
  },
  'DELETE /me/deletion': { request: value.nothing, response: deletionShown },
} as const;
