/** SHA-256 (FIPS 180-4) for the phone, which has none in WeChat: proofs are checked here and not taken on trust. */

const primes = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97,
  101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193,
  197, 199, 211, 223, 227, 229, 233, 239, 241, 251, 257, 263, 269, 271, 277, 281, 283, 293, 307,
  311,
];
/** The first 32 bits of a number's fraction. */
const fraction = (value: number): number => ((value - Math.floor(value)) * 2 ** 32) | 0;
const rounds = primes.map((prime) => fraction(Math.cbrt(prime)));
const initial = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
const word = (words: ArrayLike<number>, index: number): number => words[index] as number;

export function sha256(bytes: Uint8Array): Uint8Array {
  const state = Int32Array.from(initial);
  const padded = paddedOf(bytes);
  for (let at = 0; at < padded.byteLength; at += 64)
    block(state, new DataView(padded.buffer, at, 64));
  const digest = new DataView(new ArrayBuffer(32));
  for (let i = 0; i < 8; i++) digest.setInt32(4 * i, word(state, i));
  return new Uint8Array(digest.buffer);
}

/** The message, one bit, zeros, and its length in bits. */
function paddedOf(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor((bytes.length * 8) / 2 ** 32));
  view.setUint32(padded.length - 4, (bytes.length * 8) % 2 ** 32);
  return padded;
}

function block(state: Int32Array, view: DataView): void {
  const schedule = new Int32Array(64);
  for (let i = 0; i < 16; i++) schedule[i] = view.getInt32(4 * i);
  for (let i = 16; i < 64; i++) {
    const [two, fifteen] = [word(schedule, i - 2), word(schedule, i - 15)];
    const upper = turned(two, 17) ^ turned(two, 19) ^ (two >>> 10);
    const lower = turned(fifteen, 7) ^ turned(fifteen, 18) ^ (fifteen >>> 3);
    schedule[i] = word(schedule, i - 16) + lower + word(schedule, i - 7) + upper;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    ...[number, number, number, number],
    ...[number, number, number, number],
  ];
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const one = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice;
    const first = (one + word(rounds, i) + word(schedule, i)) | 0;
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0;
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
  }
  for (const [i, part] of [a, b, c, d, e, f, g, h].entries()) state[i] = word(state, i) + part;
}

/** A text in UTF-8; WeChat has no TextEncoder. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  const escaped = encodeURIComponent(text);
  for (let i = 0; i < escaped.length; i++) {
    if (escaped[i] === '%') {
      bytes.push(Number.parseInt(escaped.slice(i + 1, i + 3), 16));
      i += 2;
    } else bytes.push(escaped.charCodeAt(i));
  }
  return Uint8Array.from(bytes);
}
