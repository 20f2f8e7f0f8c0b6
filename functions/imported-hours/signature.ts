import { createHash, createPublicKey, verify } from 'node:crypto';

const keyOf = (publicKey: string) =>
  createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });

/** Whether a file was signed, letter by letter, with the other half of the key. */
export const isSigned = (file: Buffer, { publicKey, signature }: Signed): boolean =>
  verify(null, file, keyOf(publicKey), Buffer.from(signature, 'base64'));
type Signed = { publicKey: string; signature: string };

export const hashOfFile = (file: Buffer): string => createHash('sha256').update(file).digest('hex');
