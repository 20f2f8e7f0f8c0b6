import type { RefusalCode } from '#shared/refusals';
import { refusals } from '#shared/refusals';

/** Status and sentence of a refusal. Loaded with the first one of a function's life: no bundle carries them all. */
export const wordsOf = (code: RefusalCode): (typeof refusals)[RefusalCode] => refusals[code];
