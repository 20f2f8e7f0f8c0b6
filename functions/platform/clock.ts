import { localOnly } from './config';

/** The product's one clock: server time in ms. The local cloud can move it forward; a deployed stage refuses to. */
export function now(): number {
  return Date.now() + Number(localOnly('CLOCK_OFFSET_MS') ?? 0);
}
