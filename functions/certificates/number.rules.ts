/**
 * Numbers that people read out and type: a year (of certificates), ten characters of the thing's own 48-bit id in
 * Crockford's base32, and a check character by ISO/IEC 7064 MOD 37,36, which notices every single wrong character and
 * every swap of two neighbours. No counter is shared by anybody, and a number says nothing about how many there are.
 */
const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const all = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const digits = 10;

function readable(id: string): string {
  let left = BigInt(`0x${id}`);
  let text = '';
  for (let place = 0; place < digits; place++) {
    text = crockford.charAt(Number(left & 31n)) + text;
    left >>= 5n;
  }
  return text;
}

/** ISO/IEC 7064, hybrid system MOD 37,36. */
export function checkCharacter(text: string): string {
  let product = 36;
  for (const character of text) {
    const sum = (product + all.indexOf(character)) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return all.charAt((37 - product) % 36);
}

const grouped = (text: string): string => `${text.slice(0, 5)}-${text.slice(5)}`;

/** `ZM2026-0K7MP-4XQR2-9`: the certificate of an id, issued in a year. */
export function certificateNumber(certificateId: string, year: string): string {
  const body = readable(certificateId);
  return `ZM${year}-${grouped(body)}-${checkCharacter(`ZM${year}${body}`)}`;
}

/** `ZY-0K7MP-4XQR2-9`: the one number that a volunteer has here. */
export function volunteerNumber(volunteerId: string): string {
  const body = readable(volunteerId);
  return `ZY-${grouped(body)}-${checkCharacter(`ZY${body}`)}`;
}

/** Whether a number can be one of ours: its last character fits the others. */
export function isNumber(typed: string): boolean {
  const bare = typed.toUpperCase().replace(/[\s-]/g, '');
  const fits = /^(ZM20\d{2}|ZY)[0-9A-HJKMNP-TV-Z]{10}[0-9A-Z]$/.test(bare);
  return fits && checkCharacter(bare.slice(0, -1)) === bare.slice(-1);
}
