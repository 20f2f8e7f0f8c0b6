import type { Response } from '#shared/api';
import { toHex, verifyProof } from '#shared/merkle';
import { sha256, utf8 } from './sha256';

type Proof = Response<'GET /me/hours/{sequence}/proof'>;

/** Whether an entry as this phone shows it is the one under the day's public root: computed here, from its letters. */
export function holds(
  { entry, root, proof }: Proof,
  shown: { sequence: number; creditedMinutes: number; hash: string },
): boolean {
  const entryHash = toHex(sha256(utf8(entry)));
  const said = JSON.parse(entry) as { sequence: number; creditedMinutes: number };
  return (
    entryHash === shown.hash &&
    said.sequence === shown.sequence &&
    said.creditedMinutes === shown.creditedMinutes &&
    verifyProof(sha256, { entryHash, root, proof })
  );
}
