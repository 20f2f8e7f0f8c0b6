import * as z from 'zod';
import type { HoursListState, SourceState } from './imported-hours.words';
import { hoursListStates, sourceStates } from './imported-hours.words';
import * as value from './values';

/**
 * Hours that people already have elsewhere: a source is a system with a public key, named by one member of the city's
 * staff and confirmed by another; its signed lists wait under phone numbers for the people themselves.
 */

/** Ed25519 in the form of a PEM's middle line: SPKI in base64. */
const publicKey = z.string().regex(/^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/);
/** A detached Ed25519 signature in base64. */
const signature = z.string().regex(/^[A-Za-z0-9+/]{86}==$/);
const count = z.int().min(0);

const hourSource = z.object({
  sourceId: value.id,
  name: z.string(),
  publicKey: z.string(),
  state: z.enum(Object.keys(sourceStates) as SourceState[]),
  proposedAt: value.instant,
  /** Whether the caller may confirm it (somebody else proposed it), end it, and bring lists of it. */
  may: z.object({ confirm: z.boolean(), end: z.boolean(), bring: z.boolean() }),
});
export type HourSource = z.infer<typeof hourSource>;

const hoursList = z.object({
  listId: value.id,
  /** How its source calls it. */
  label: z.string(),
  state: z.enum(Object.keys(hoursListStates) as HoursListState[]),
  startedAt: value.instant,
  rows: count,
  /** How many rows have their answer: stored, or known from an earlier list. */
  done: count,
  stored: count,
  known: count,
  /** Lines that are no row, or name a row of the same list again; the first of them by their number. */
  wrong: count,
  wrongLines: z.array(z.int().min(1)).max(20),
});
export type HoursList = z.infer<typeof hoursList>;

/** What waits for its owner. */
const waitingRow = z.object({
  rowKey: z.string(),
  title: z.string(),
  organisation: z.string(),
  sourceName: z.string(),
  minutes: value.minutes,
  from: value.instant,
});
export type WaitingRow = z.infer<typeof waitingRow>;

const source = { sourceId: value.id };

export const importedHoursRoutes = {
  'GET /hour-sources': {
    request: value.nothing,
    response: z.object({ sources: z.array(hourSource), mayPropose: z.boolean() }),
  },
  'POST /hour-sources': {
    request: z.strictObject({ requestId: value.requestId, name: value.line(40), publicKey }),
    response: hourSource,
  },
  /** `confirm` by somebody else than who proposed it; `end` by anybody who could confirm: its rows wait no longer. */
  'POST /hour-sources/{sourceId}/decision': {
    request: z.strictObject({
      ...source,
      verdict: z.enum(['confirm', 'end']),
      reason: value.line(100),
    }),
    response: hourSource,
  },
  /** A file that was sent for it, and its signature. The same list again goes on where it stands. */
  'POST /hour-sources/{sourceId}/lists': {
    request: z.strictObject({ ...source, fileId: value.id, signature }),
    response: hoursList,
  },
  'GET /hour-sources/{sourceId}/lists': {
    request: z.strictObject({ ...source, ...value.pageQuery }),
    response: z.object({ lists: z.array(hoursList), cursor: value.cursor.optional() }),
  },
  /** What waits under one's verified phone number and real name; `missing` says what has to be done first. */
  'GET /me/imported-hours': {
    request: value.nothing,
    response: z.object({
      rows: z.array(waitingRow),
      /** There are more than are shown. */
      more: z.boolean(),
      missing: z.enum(['phone', 'real_name']).optional(),
      /** Something under the number bears another name. */
      nameDiffers: z.boolean(),
    }),
  },
  /** Brings in a page of what waits, each row once for ever; `more`: asked again, it goes on. */
  'POST /me/imported-hours': {
    request: z.strictObject({ requestId: value.requestId }),
    response: z.object({ rows: count, minutes: value.minutes, more: z.boolean() }),
  },
} as const;
