import * as z from 'zod';
import { gateBatch, recordState } from './activities';
import * as value from './values';

/** A shift while it runs: its gates, breaks, an extension, a recheck, and what to do when no code can be shown. */

const shownBreak = z.object({ from: value.instant, until: value.instant.optional() });
export type ShownBreak = z.infer<typeof shownBreak>;

/** One's own part in a running shift, and what one can do about it now. */
const service = z.object({
  shiftId: value.id,
  activityId: value.id,
  title: z.string(),
  placeName: z.string(),
  startsAt: value.instant,
  endsAt: value.instant,
  /** Extended on the spot: whoever stays is credited until then. */
  extendedTo: value.instant.optional(),
  cancelled: z.boolean(),
  state: recordState.optional(),
  inAt: value.instant.optional(),
  outAt: value.instant.optional(),
  breaks: z.array(shownBreak),
  /** Serving now: a break can begin or end. */
  mayBreak: z.boolean(),
  /** Asked to scan once more. Missing it takes no minute away. */
  recheck: z
    .object({ askedAt: value.instant, until: value.instant, answered: z.boolean() })
    .optional(),
  /** What may be stated without a scan now, and how many people have stated something. */
  joint: z.object({ arrival: z.boolean(), leaving: z.boolean(), people: z.int().min(0) }),
  now: value.instant,
});
export type Service = z.infer<typeof service>;

/** A screen that shows codes, or did. Names are masked. */
const shownGate = z.object({
  gate: z.int().min(0).max(255),
  maskedName: z.string(),
  mine: z.boolean(),
  issuedAt: value.instant,
  revokedAt: value.instant.optional(),
});
export type ShownGate = z.infer<typeof shownGate>;

const shiftOnly = z.strictObject({ shiftId: value.id });
const breakAsked = { requestId: value.requestId, action: z.enum(['begin', 'end']) };
const breaksShown = z.object({ breaks: z.array(shownBreak).max(10), now: value.instant });

export const shiftRoutes = {
  'GET /shifts/{shiftId}/service': { request: shiftOnly, response: service },
  'GET /shifts/{shiftId}/gates': {
    request: shiftOnly,
    response: z.object({ gates: z.array(shownGate).max(20), now: value.instant }),
  },
  /** Another organiser takes over a screen: the old one is stopped, the taker gets codes of their own. */
  'POST /shifts/{shiftId}/gates/{gate}/takeover': {
    request: z.strictObject({ shiftId: value.id, gate: z.coerce.number().int().min(0).max(255) }),
    response: gateBatch,
  },
  'POST /shifts/{shiftId}/breaks': {
    request: z.strictObject({ shiftId: value.id, ...breakAsked }),
    response: breaksShown,
  },
  /** The same by an organiser, for somebody whose phone is not at hand; that person is told. */
  'POST /shifts/{shiftId}/breaks/{volunteerId}': {
    request: z.strictObject({ shiftId: value.id, volunteerId: value.id, ...breakAsked }),
    response: breaksShown,
  },
  'POST /shifts/{shiftId}/extension': {
    request: z.strictObject({
      shiftId: value.id,
      requestId: value.requestId,
      until: value.instant,
      reason: value.line(80),
    }),
    response: z.object({ extendedTo: value.instant, now: value.instant }),
  },
  /** Nothing could be scanned: those who are there say so, each for themself. It credits nothing by itself. */
  'POST /shifts/{shiftId}/joint-statements': {
    request: z.strictObject({
      shiftId: value.id,
      requestId: value.requestId,
      kind: z.enum(['arrival', 'leaving']),
      location: value.sighting.optional(),
    }),
    response: z.object({
      state: recordState,
      inAt: value.instant.optional(),
      outAt: value.instant.optional(),
      people: z.int().min(1),
      now: value.instant,
    }),
  },
} as const;
