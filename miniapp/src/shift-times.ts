import { hourMs, minuteMs } from '#shared/time';

/** What a page may offer around a shift. The same times stand in the cloud's rules, which decide. */
export const earlyMs = 30 * minuteMs;
/** So long after its end one can still check out. */
export const graceMs = 2 * hourMs;
