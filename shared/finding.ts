import * as z from 'zod';
import * as value from './values';

/** Finding activities and organisations by name, in characters or in pinyin: `海边清洁`, `haibian`, `hbqj`. */
const found = z.object({
  id: value.id,
  name: z.string(),
  /** The organisation of an activity. */
  of: z.string().optional(),
  district: value.district.optional(),
  startsAt: value.instant.optional(),
});
export type Found = z.infer<typeof found>;

export const searchRoutes = {
  /** At most 20 of each, the best first; what was published a few minutes ago may not be found yet. */
  'GET /search': {
    request: z.strictObject({ q: value.line(20) }),
    response: z.object({
      activities: z.array(found).max(20),
      organisations: z.array(found).max(20),
      now: value.instant,
    }),
  },
} as const;
