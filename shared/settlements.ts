import * as z from 'zod';
import { evidence, grade, keysOf, recordState, rowId, shownEnd, times } from './evidence';
import type { TypingReason } from './hours.words';
import { typingReasons } from './hours.words';
import * as value from './values';
import type { ActivityState } from './vocabulary';
import { activityStates } from './vocabulary';

/**
 * From the end of a shift to hours that are final: what no rule could close is confirmed person by person, the shift is
 * settled, and its rows stand on a public notice.
 */

const shiftOnly = z.strictObject({ shiftId: value.id });

const pendingRow = z.object({
  volunteerId: value.id,
  maskedName: z.string(),
  walkIn: z.boolean(),
  ...evidence,
  /** Nothing was scanned: only somebody who did not organise it may confirm. */
  joint: z.boolean(),
  /** Somebody's word on it waits to be decided elsewhere. */
  disputed: z.boolean(),
  /** This person cannot be confirmed by the one who asks. */
  own: z.boolean(),
});
export type PendingRow = z.infer<typeof pendingRow>;

const counts = z.object({
  late: z.int().min(0),
  closed: z.int().min(0),
  typed: z.int().min(0),
  /** Not checked out; the clock closes them a day after the end. */
  checkedIn: z.int().min(0),
});

/** The organiser's desk: who still waits, the doubtful first, and whether the shift can be settled. */
const pending = z.object({
  shiftId: value.id,
  activityId: value.id,
  title: z.string(),
  startsAt: value.instant,
  endsAt: value.instant,
  /** Leaving times are taken until then. */
  leaveUntil: value.instant,
  counts,
  credited: z.int().min(0),
  /** At most fifty; the others follow as these are done. */
  rows: z.array(pendingRow).max(50),
  settleFrom: value.instant,
  settledAt: value.instant.optional(),
  noticeUntil: value.instant.optional(),
  maySettle: z.boolean(),
  now: value.instant,
});
export type Pending = z.infer<typeof pending>;

const declinesWithReason = {
  check: (it: { verdict: string; reason?: string | undefined }) =>
    it.verdict === 'confirm' || it.reason !== undefined,
  message: 'whoever declines says why',
};

const confirmed = z.object({
  state: recordState,
  creditedMinutes: value.minutes.optional(),
  grade: grade.optional(),
});

const settled = z.object({
  shiftId: value.id,
  noticeUntil: value.instant,
  activityState: keysOf<ActivityState>(activityStates),
});

const noticeRow = z.object({
  rowId,
  /** Masked; people under 18 have a number instead. */
  maskedName: z.string().optional(),
  number: z.int().optional(),
  in: shownEnd.optional(),
  out: shownEnd.optional(),
  rawMinutes: value.minutes,
  creditedMinutes: value.minutes,
  grade: grade.optional(),
  /** Typed by hand: why, and by whom. */
  typed: z
    .object({
      reason: keysOf<TypingReason>(typingReasons),
      by: z.string(),
      approvedBy: z.string().optional(),
    })
    .optional(),
  disputed: z.boolean(),
  noticeUntil: value.instant,
});
export type NoticeRow = z.infer<typeof noticeRow>;

const notice = z.object({
  shiftId: value.id,
  activityId: value.id,
  title: z.string(),
  organisationName: z.string(),
  startsAt: value.instant,
  endsAt: value.instant,
  settledAt: value.instant,
  noticeUntil: value.instant,
  /** Of the whole list; absent on a further page. */
  share: z.object({ rows: z.int(), late: z.int(), typed: z.int() }).optional(),
  rows: z.array(noticeRow),
  cursor: value.cursor.optional(),
  now: value.instant,
});
export type Notice = z.infer<typeof notice>;

export const settlementRoutes = {
  'GET /shifts/{shiftId}/pending': { request: shiftOnly, response: pending },
  /** One person; there is no way to confirm several at once. A time is given for an end that nothing stands behind. */
  'POST /shifts/{shiftId}/records/{volunteerId}/confirmation': {
    request: z
      .strictObject({
        requestId: value.requestId,
        shiftId: value.id,
        volunteerId: value.id,
        verdict: z.enum(['confirm', 'decline']),
        ...times,
        reason: value.line(120).optional(),
      })
      .refine(declinesWithReason.check, { message: declinesWithReason.message }),
    response: confirmed,
  },
  'POST /shifts/{shiftId}/settlement': { request: shiftOnly, response: settled },
  'GET /shifts/{shiftId}/notice': {
    request: z.strictObject({ shiftId: value.id, ...value.pageQuery }),
    response: notice,
  },
} as const;
