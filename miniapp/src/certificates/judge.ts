import nacl from 'tweetnacl';
import type { Essentials } from '#shared/certificate-code';
import { readCode } from '#shared/certificate-code';
import type { RevocationReason } from '#shared/certificates.words';
import type { Trust } from './trust';

/**
 * What can be said of a code without asking anybody. `unreadable`: no certificate of ours, or a damaged one;
 * `unknown_key`: signed by a key that this phone does not know; `altered`: something on it was changed.
 */
export type Verdict =
  | { state: 'unreadable' }
  | { state: 'unknown_key' | 'altered' }
  | { state: 'genuine'; essentials: Essentials }
  | { state: 'revoked'; essentials: Essentials; day: string; reason: RevocationReason };

export function judge(code: string, { keys, revoked }: Trust): Verdict {
  const read = readCode(code);
  if (!read) return { state: 'unreadable' };
  const { essentials, signed, signature } = read;
  const key = keys[essentials.keyId];
  if (!key) return { state: 'unknown_key' };
  if (!nacl.sign.detached.verify(signed, signature, key)) return { state: 'altered' };
  const ended = revoked[essentials.number];
  return ended ? { state: 'revoked', essentials, ...ended } : { state: 'genuine', essentials };
}
