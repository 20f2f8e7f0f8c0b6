/**
 * The code in the picture: 28 characters of base64url, 21 bytes. What both sides must know of it; signing and
 * verifying live in functions/platform. Fits WeChat's 32-character scene. This file imports nothing.
 *
 * bytes: 0 version (4 bit) and kind (4 bit) · 1–6 subject · 7–9 time step · 10 gate · 11–20 HMAC-SHA-256 cut to 80 bit
 */
export const stepSeconds = 15;
/** Step 0 is kept for printed codes. Steps count from here: 24 bits last until 2033. */
export const stepEpoch = Date.UTC(2026, 0, 1);
/** Steps behind and ahead of now within which a shown code is present. */
export const stepsBehind = 2;
export const stepsAhead = 1;

/**
 * For each kind: its number in the code, who signs it, whether it rotates and whether it may be printed. A volunteer's
 * own code does both: on the phone it rotates, on a card it stands still, and what stands still proves less.
 */
export const codeKinds = {
  checkin: { number: 1, shownBy: 'organiser', rotates: true, printable: false },
  checkout: { number: 2, shownBy: 'organiser', rotates: true, printable: false },
  station: { number: 3, shownBy: 'station', rotates: false, printable: true },
  pickup: { number: 4, shownBy: 'volunteer', rotates: false, printable: false },
  volunteer: { number: 6, shownBy: 'volunteer', rotates: true, printable: true },
  activity: { number: 5, shownBy: 'poster', rotates: false, printable: true },
} as const;
export type CodeKind = keyof typeof codeKinds;

export const stepAt = (at: number): number => Math.floor((at - stepEpoch) / (stepSeconds * 1000));
export const startOfStep = (step: number): number => stepEpoch + step * stepSeconds * 1000;

export const tokenPattern = /^[A-Za-z0-9_-]{28}$/;
export const digitsPattern = /^\d{6}$/;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** What kind a token says it is. The phone uses it to choose a page; only the server can know that it is true. */
export function kindOf(token: string): CodeKind | undefined {
  const first = alphabet.indexOf(token.charAt(0)) * 4 + (alphabet.indexOf(token.charAt(1)) >> 4);
  const number = first & 0x0f;
  return (Object.keys(codeKinds) as CodeKind[]).find((kind) => codeKinds[kind].number === number);
}

export type Scanned = { token: string } | { digits: string };

/**
 * Reads what a scan gave, in any of the five forms a person can arrive with: the scene of a WeChat code, the link in
 * `q`, scanCode's path or result, and six typed digits; URL-encoded or not. Undefined when it is none of ours.
 */
export function readScanned(text: string): Scanned | undefined {
  const trimmed = text.trim().slice(0, 2048);
  if (digitsPattern.test(trimmed.replace(/\s/g, ''))) return { digits: trimmed.replace(/\s/g, '') };
  for (let round = 0, form = trimmed; round < 3; round++) {
    const token = tokenIn(form);
    if (token) return { token };
    const decoded = decode(form);
    if (decoded === form) return undefined;
    form = decoded;
  }
  return undefined;
}

function tokenIn(form: string): string | undefined {
  if (tokenPattern.test(form)) return form;
  return (
    /\/c\/([A-Za-z0-9_-]{28})(?![A-Za-z0-9_-])/.exec(form)?.[1] ??
    /[?&](?:scene|token)=([A-Za-z0-9_-]{28})(?![A-Za-z0-9_-])/.exec(form)?.[1]
  );
}

function decode(form: string): string {
  try {
    return decodeURIComponent(form);
  } catch {
    return form;
  }
}
