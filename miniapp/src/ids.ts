const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A new id for something that must happen once: 26 characters of Crockford base32 (ULID), time first, so that ids of
 * one phone sort by age. It only has to be unique, not secret: Math.random suffices, WeChat has no other source.
 */
export function newRequestId(now: number = Date.now(), random: () => number = Math.random): string {
  let time = '';
  for (let rest = now, place = 0; place < 10; place++, rest = Math.floor(rest / 32)) {
    time = alphabet.charAt(rest % 32) + time;
  }
  let tail = '';
  for (let place = 0; place < 16; place++) tail += alphabet.charAt(Math.floor(random() * 32));
  return time + tail;
}
