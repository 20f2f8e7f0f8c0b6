import type { RefusalCode } from '#shared/refusals';

/** A foreseen "no". Anything else that is thrown is a fault of ours and becomes a 500 without detail. */
export class Refusal extends Error {
  constructor(readonly code: RefusalCode) {
    super(code);
  }
}

export function refuse(code: RefusalCode): never {
  throw new Refusal(code);
}
