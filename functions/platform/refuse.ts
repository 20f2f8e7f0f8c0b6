import type { RefusalCode } from '#shared/refusals';
import { refusals } from '#shared/refusals';

/** A foreseen "no". Anything else that is thrown is a fault of ours and becomes a 500 without detail. */
export class Refusal extends Error {
  readonly status: number;
  constructor(readonly code: RefusalCode) {
    super(refusals[code].message);
    this.status = refusals[code].status;
  }
}

export function refuse(code: RefusalCode): never {
  throw new Refusal(code);
}
