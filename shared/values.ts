import * as z from 'zod';
import { tokenPattern } from './code';
import { districtCodes } from './vocabulary';

/** The small pieces that contracts are made of. Every string, number and list has a limit. */

/** 48 random bits in lower-case hex: the id of everything the cloud names. */
export const id = z.string().regex(/^[0-9a-f]{12}$/);
/** Made by the phone, once, before it sends: 26 characters of Crockford base32 (ULID). */
export const requestId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
/** Milliseconds since 1970, UTC. */
export const instant = z.int().min(0).max(8_640_000_000_000);
/** `20261124`, a day of Asia/Shanghai. */
export const day = z.string().regex(/^20\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/);
export const district = z.enum(districtCodes);
/** Opaque and signed by the server; the phone only hands it back. */
export const cursor = z
  .string()
  .max(512)
  .regex(/^[A-Za-z0-9_.-]+$/);
export const token = z.string().regex(tokenPattern);
export const points = z.int().min(0).max(1_000_000_000);
export const minutes = z.int().min(0).max(100_000_000);

const typed = (max: number, forbidden: RegExp) =>
  z
    .string()
    .max(max * 4)
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !forbidden.test(value), { message: 'control characters' });
/** One line that a person typed: trimmed, without control characters. */
export const line = (max: number) => typed(max, /[\p{Cc}\p{Cf}]/u);
/** Several lines that a person typed. */
export const paragraph = (max: number) => typed(max, /(?!\n)[\p{Cc}\p{Cf}]/u);

/** GCJ-02 degrees, inside a generous box around Shandong. */
export const position = z.strictObject({
  latitude: z.number().min(30).max(42),
  longitude: z.number().min(112).max(126),
});
/** A position with the accuracy the phone reported, in metres. Evidence, never a gate. */
export const sighting = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracyMeters: z.number().min(0).max(100_000),
});

export const pageQuery = {
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(20),
};
export const nothing = z.strictObject({});
export const done = z.object({ done: z.literal(true) });
