import * as z from 'zod';
import { phoneNumber, smsCode } from './sessions';
import * as value from './values';

/** Getting an account back, and joining two accounts of one person: one member of staff asks, another confirms. */

const organisationId = value.id;
const why = value.line(100);

/** Somebody as the desk sees them, found by the exact phone that is their way in, or by their number. */
export const personFound = z.object({
  volunteerId: value.id,
  /** Absent: has not registered. */
  maskedName: z.string().optional(),
  maskedPhone: z.string().optional(),
  since: value.instant.optional(),
  minutes: z.int(),
  points: value.points,
});
export type PersonFound = z.infer<typeof personFound>;

export const recoveryStates = ['open', 'done', 'refused', 'expired'] as const;
export type RecoveryState = (typeof recoveryStates)[number];

export const recoveryShown = z.object({
  recoveryId: value.id,
  kind: z.enum(['recover', 'merge']),
  state: z.enum(recoveryStates),
  /** Whose account it is; of a merge, the one that stays. */
  volunteerId: value.id,
  maskedName: z.string(),
  /** The new phone of a recovery. */
  maskedPhone: z.string().optional(),
  /** The account that a merge closes. */
  closingId: value.id.optional(),
  closingName: z.string().optional(),
  why: z.string(),
  openedAt: value.instant,
  endsAt: value.instant,
  /** Whether the caller opened it, or is the person: then somebody else decides. */
  own: z.boolean(),
  decidedAt: value.instant.optional(),
  refusedWhy: z.string().optional(),
});
export type RecoveryShown = z.infer<typeof recoveryShown>;

type Asked = { volunteerId: string } & Partial<
  Record<'phone' | 'code' | 'closingId', string | undefined>
>;
const proven = ({ phone, code, closingId }: Asked): boolean =>
  phone !== undefined && code !== undefined && closingId === undefined;
const twoAccounts = ({ volunteerId, phone, code, closingId }: Asked): boolean =>
  closingId !== undefined && closingId !== volunteerId && phone === undefined && code === undefined;

const named = { organisationId, requestId: value.requestId, why };

export const recoveryRoutes = {
  /** A look at a person is in the audit log, with its reason. */
  'POST /organisations/{organisationId}/lookups': {
    request: z
      .strictObject({ ...named, phone: phoneNumber.optional(), volunteerId: value.id.optional() })
      .refine((it) => (it.phone === undefined) !== (it.volunteerId === undefined), {
        message: 'either phone or volunteerId',
      }),
    response: personFound,
  },
  'POST /organisations/{organisationId}/recoveries': {
    /** `recover`: `code` is from the message to the new `phone`, read out at the desk. `merge`: `closingId`. */
    request: z
      .strictObject({
        ...named,
        kind: z.enum(['recover', 'merge']),
        volunteerId: value.id,
        phone: phoneNumber.optional(),
        code: smsCode.optional(),
        closingId: value.id.optional(),
      })
      .refine((it) => (it.kind === 'recover' ? proven(it) : twoAccounts(it)), {
        message: 'recover: phone and code; merge: another account',
      }),
    response: recoveryShown,
  },
  'GET /organisations/{organisationId}/recoveries': {
    request: z.strictObject({ organisationId, ...value.pageQuery }),
    response: z.object({
      recoveries: z.array(recoveryShown),
      cursor: value.cursor.optional(),
      now: value.instant,
    }),
  },
  'POST /organisations/{organisationId}/recoveries/{recoveryId}/decision': {
    request: z
      .strictObject({
        organisationId,
        recoveryId: value.id,
        decision: z.enum(['confirm', 'refuse']),
        why: why.optional(),
      })
      .refine((it) => (it.decision === 'refuse') === (it.why !== undefined), {
        message: 'a refusal says why',
      }),
    response: recoveryShown,
  },
} as const;
