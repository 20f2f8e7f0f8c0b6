import { readStored, store } from '../../device/storage';
import { newRequestId } from '../../ids';

const key = 'device:id';

/**
 * Random, made once and kept on this phone: two people who scanned with the same one are seen, and nothing else can be
 * told from it. Without storage there is none.
 */
export function deviceId(): string | undefined {
  const known = readStored<string>(key);
  if (known !== undefined) return known;
  const made = newRequestId();
  return store(key, made) ? made : undefined;
}
