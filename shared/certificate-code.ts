import type { EntryGrade } from './hours.words';

/**
 * What the code on a certificate carries, so that anybody can verify it without asking us: the essentials as lines of
 * text and an Ed25519 signature over them, in base64url. Both sides run this; it is written to be light.
 */
export type Essentials = {
  keyId: string;
  number: string;
  /** Masked: 王*四. */
  name: string;
  /** The last four characters of the document's number. */
  lastFour: string;
  organisationId: string;
  organisationName: string;
  /** Days: 20261124. */
  from: string;
  until: string;
  minutes: Record<EntryGrade, number>;
  issuedOn: string;
};

const layout = '1';
/** Nothing that is signed for another purpose can be taken for a certificate, or for the list of keys. */
export const certificatePurpose = 'volunteer-cloud certificate\n';
export const keyListPurpose = 'volunteer-cloud certificate keys\n';
export const signatureBytes = 64;
const codeMax = 900;

/** In this order on every certificate. */
export const gradeOrder = ['A', 'B', 'C', 'D', 'E', 'imported'] as const satisfies EntryGrade[];

export function essentialsText(it: Essentials): string {
  const { keyId, number, name, lastFour, organisationId, organisationName } = it;
  const minutes = gradeOrder.map((grade) => it.minutes[grade]).join(',');
  const who = [keyId, number, name, lastFour, organisationId, organisationName];
  return [layout, ...who, it.from, it.until, minutes, it.issuedOn].join('\n');
}

const day = /^20\d{6}$/;

function readText(text: string): Essentials | undefined {
  const fields = text.split('\n');
  if (fields.length !== 11 || fields[0] !== layout) return undefined;
  const [, keyId = '', number = '', name = '', lastFour = '', organisationId = ''] = fields;
  const [organisationName = '', from = '', until = '', sums = '', issuedOn = ''] = fields.slice(6);
  const counted = sums.split(',').map((one) => (/^\d{1,9}$/.test(one) ? Number(one) : Number.NaN));
  if (counted.length !== gradeOrder.length || counted.some((one) => !(one >= 0))) return undefined;
  if (![from, until, issuedOn].every((one) => day.test(one))) return undefined;
  const [A = 0, B = 0, C = 0, D = 0, E = 0, imported = 0] = counted;
  const minutes = { A, B, C, D, E, imported };
  const who = { keyId, number, name, lastFour, organisationId, organisationName };
  return { ...who, from, until, minutes, issuedOn };
}

export type ReadCode = { essentials: Essentials; signed: Uint8Array; signature: Uint8Array };

/** Takes a code apart; whether its signature is right is another question. Undefined when it is none of ours. */
export function readCode(code: string): ReadCode | undefined {
  const bytes = code.length > codeMax ? undefined : bytesOfCode(code);
  if (!bytes || bytes.length <= signatureBytes) return undefined;
  const body = bytes.subarray(0, bytes.length - signatureBytes);
  const text = textOf(body);
  const essentials = text === undefined ? undefined : readText(text);
  if (!essentials) return undefined;
  const purpose = asciiBytes(certificatePurpose);
  const signed = new Uint8Array(purpose.length + body.length);
  signed.set(purpose);
  signed.set(body, purpose.length);
  return { essentials, signed, signature: bytes.subarray(bytes.length - signatureBytes) };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * base64url without padding. Only the one form that an encoder writes is taken: bits that nobody reads would let a
 * changed character pass.
 */
export function bytesOfCode(code: string): Uint8Array | undefined {
  if (code.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((code.length * 3) / 4));
  let [held, bits, at] = [0, 0, 0];
  for (let index = 0; index < code.length; index++) {
    const value = alphabet.indexOf(code.charAt(index));
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xfff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}

/** Strictly UTF-8; no phone but a browser has a decoder of its own. */
function textOf(bytes: Uint8Array): string | undefined {
  let escaped = '';
  for (const byte of bytes) escaped += `%${byte < 16 ? '0' : ''}${byte.toString(16)}`;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}

/** The list of keys and the purposes are plain letters. */
export function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index) & 0x7f;
  return bytes;
}

/** What stands behind the `#` never leaves the browser: verifying tells nobody what was verified. */
export const certificateLink = (origin: string, code: string): string =>
  `${origin}/#/certificates/verify/index?code=${code}`;

/** The code in what a scan gave: the link on a certificate, or the bare code. */
export function codeIn(scanned: string): string | undefined {
  const linked = /\/certificates\/verify\/index\?code=([A-Za-z0-9_-]{90,900})$/.exec(
    scanned.trim(),
  );
  return (
    linked?.[1] ?? (/^[A-Za-z0-9_-]{90,900}$/.test(scanned.trim()) ? scanned.trim() : undefined)
  );
}
