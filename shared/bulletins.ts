import * as z from 'zod';
import * as value from './values';

/** The notice board of an organisation: read by its people, checked before anybody reads it. */

export const bulletinStates = ['in_review', 'published', 'refused', 'taken_down'] as const;
export type BulletinState = (typeof bulletinStates)[number];

const row = z.object({
  bulletinId: value.id,
  title: z.string(),
  /** The beginning of the text. */
  excerpt: z.string(),
  authorMaskedName: z.string(),
  at: value.instant,
});
export type BulletinRow = z.infer<typeof row>;

const shown = z.object({
  bulletinId: value.id,
  organisationId: value.id,
  organisationName: z.string(),
  title: z.string(),
  text: z.string(),
  authorMaskedName: z.string(),
  state: z.enum(bulletinStates),
  /** Why it was refused or taken down. */
  reason: z.string().optional(),
  /** When it was written, and since its publication when it was published. */
  at: value.instant,
  pinned: z.boolean(),
  /** What the reader may do with it now. */
  mayDecide: z.boolean(),
  mayRemove: z.boolean(),
  mayPin: z.boolean(),
});
export type BulletinShown = z.infer<typeof shown>;

const outcome = z.object({
  bulletinId: value.id,
  state: z.enum(bulletinStates),
  reason: z.string().optional(),
});

const reason = value.line(100);

export const bulletinRoutes = {
  'GET /organisations/{organisationId}/bulletins': {
    request: z.strictObject({ organisationId: value.id, ...value.pageQuery }),
    response: z.object({
      organisationName: z.string(),
      /** On the first page only; it stands in its place of the list, too. */
      pinned: row.optional(),
      bulletins: z.array(row),
      cursor: value.cursor.optional(),
      mayWrite: z.boolean(),
      mayDecide: z.boolean(),
      now: value.instant,
    }),
  },
  'POST /organisations/{organisationId}/bulletins': {
    request: z.strictObject({
      organisationId: value.id,
      requestId: value.requestId,
      title: value.line(30),
      text: value.paragraph(1_000),
      /** WeChat's silent login code: its check of the text wants to know who has just been here. */
      loginCode: z.string().min(1).max(256).optional(),
    }),
    response: outcome,
  },
  /** What waits for a person's eye, in the organisation and below it, oldest first; a page may be short. */
  'GET /organisations/{organisationId}/bulletin-queue': {
    request: z.strictObject({ organisationId: value.id, ...value.pageQuery }),
    response: z.object({
      bulletins: z.array(row.extend({ organisationName: z.string(), own: z.boolean() })),
      cursor: value.cursor.optional(),
      now: value.instant,
    }),
  },
  'PUT /organisations/{organisationId}/pinned-bulletin': {
    /** Without an id nothing is pinned. */
    request: z.strictObject({ organisationId: value.id, bulletinId: value.id.optional() }),
    response: value.done,
  },
  'GET /bulletins/{bulletinId}': {
    request: z.strictObject({ bulletinId: value.id }),
    response: shown,
  },
  'POST /bulletins/{bulletinId}/decision': {
    request: z
      .strictObject({
        bulletinId: value.id,
        decision: z.enum(['publish', 'refuse']),
        reason: reason.optional(),
      })
      .refine((it) => it.decision === 'publish' || it.reason !== undefined, {
        message: 'a refusal has a reason',
      }),
    response: outcome,
  },
  'POST /bulletins/{bulletinId}/removal': {
    request: z.strictObject({ bulletinId: value.id, reason }),
    response: outcome,
  },
} as const;
