import * as z from 'zod';
import * as value from './values';

/** Sending a file: the phone asks for a URL that is made for this one file, and puts the bytes there. */

/** What a file is for; each has its own types and sizes. */
export const filePurpose = z.enum(['member_list', 'hours_list']);
export type FilePurpose = z.infer<typeof filePurpose>;

const announced = z.strictObject({
  requestId: value.requestId,
  purpose: filePurpose,
  contentType: z
    .string()
    .max(100)
    .regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  bytes: z.int().min(1).max(1_000_000_000),
});

/** Where to PUT the bytes, with exactly this type and length, until `expiresAt`. */
const upload = z.object({
  fileId: value.id,
  url: z.string().max(4_096),
  contentType: z.string(),
  expiresAt: value.instant,
});

export const fileRoutes = {
  'POST /files': { request: announced, response: upload },
} as const;
