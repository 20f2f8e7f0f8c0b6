// Only the SDK's adaptive retries use it; the functions retry in the standard way.
export class DefaultRateLimiter {
  constructor() {
    throw new Error('adaptive retries are left out of the bundle');
  }
}
