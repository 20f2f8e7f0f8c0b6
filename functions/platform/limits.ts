/**
 * Token buckets in a function's memory, per person and per address: cheap brakes before any table is touched. API
 * Gateway's own throttle stands in front of them.
 */
type Bucket = { tokens: number; at: number };
type Limit = { burst: number; perSecond: number };

/** Carriers put thousands of phones behind one address, so an address may do far more than a person. */
export const personLimit: Limit = { burst: 240, perSecond: 4 };
export const addressLimit: Limit = { burst: 2_400, perSecond: 80 };
const bucketsMax = 20_000;
const buckets = new Map<string, Bucket>();

/** Whether one more request is within the limit; counts it when it is. `at` in ms. */
export function allows(key: string, limit: Limit, at: number): boolean {
  const bucket = buckets.get(key) ?? { tokens: limit.burst, at };
  const refilled = bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * limit.perSecond;
  const tokens = Math.min(limit.burst, refilled);
  if (buckets.size >= bucketsMax && !buckets.has(key)) buckets.clear();
  buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at });
  return tokens >= 1;
}
