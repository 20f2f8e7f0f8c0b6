import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { CodeKind } from '#shared/code';
import { codeKinds, kindOf, tokenPattern } from '#shared/code';
import { secretsOf } from './config';

/**
 * Signing and verifying the 28-character code (layout in shared/code.ts). The key of a subject is derived from a
 * versioned master: HKDF(master, salt = subject, info = kind), so that no key of one subject opens another.
 */
export type Code = { kind: CodeKind; subject: string; step: number; gate: number };

/** Step and gate of what is printed: it opens a page, and no rule accepts it for presence. */
export const printed = { step: 0, gate: 0 };

const bodyBytes = 11;
const markBytes = 10;

function keyOf(master: Buffer, kind: CodeKind, subject: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.from(subject, 'hex'), kind, 32));
}

function bodyOf({ kind, subject, step, gate }: Code, version: number): Buffer {
  const body = Buffer.alloc(bodyBytes);
  body[0] = (version << 4) | codeKinds[kind].number;
  body.write(subject, 1, 6, 'hex');
  body.writeUIntBE(step, 7, 3);
  body[10] = gate;
  return body;
}

const markOf = (body: Buffer, key: Buffer): Buffer =>
  createHmac('sha256', key).update(body).digest().subarray(0, markBytes);

/** A signer for one subject and kind: derives the key once and then costs one HMAC a code. */
export function signer(kind: CodeKind, subject: string) {
  const [{ version, key: master }] = secretsOf('CODE_MASTERS');
  const key = keyOf(master, kind, subject);
  return {
    token(step: number, gate: number): string {
      const body = bodyOf({ kind, subject, step, gate }, version);
      return Buffer.concat([body, markOf(body, key)]).toString('base64url');
    },
    digits: (step: number, gate: number): string => digitsOf(key, step, gate),
  };
}

/** Six digits for a broken camera: they mean something only inside one shift, gate and step. */
function digitsOf(key: Buffer, step: number, gate: number): string {
  const mark = createHmac('sha256', key).update(`digits ${step} ${gate}`).digest();
  return String(mark.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}

/** Undefined when the text is not a code of ours. Says nothing about time: that is a rule of its kind. */
export function readToken(token: string): Code | undefined {
  if (!tokenPattern.test(token)) return undefined;
  const bytes = Buffer.from(token, 'base64url');
  const kind = kindOf(token);
  const master = secretsOf('CODE_MASTERS').find(({ version }) => version === (bytes[0] ?? 0) >> 4);
  if (!kind || !master) return undefined;
  const body = bytes.subarray(0, bodyBytes);
  const subject = body.subarray(1, 7).toString('hex');
  const right = markOf(body, keyOf(master.key, kind, subject));
  if (!timingSafeEqual(right, bytes.subarray(bodyBytes))) return undefined;
  return { kind, subject, step: body.readUIntBE(7, 3), gate: body[10] ?? 0 };
}

type DigitsTried = {
  digits: string;
  kind: CodeKind;
  subject: string;
  steps: number[];
  gates: number[];
};

/** The code that the typed digits stand for among the given steps and gates, under any living master. */
export function readDigits({ digits, kind, subject, steps, gates }: DigitsTried): Code | undefined {
  for (const { key: master } of secretsOf('CODE_MASTERS')) {
    const key = keyOf(master, kind, subject);
    for (const gate of gates) {
      for (const step of steps) {
        if (digitsOf(key, step, gate) === digits) return { kind, subject, step, gate };
      }
    }
  }
  return undefined;
}
