import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { keep, readKept } from './kept';

/** Secrets of one installation by the name of their environment variable, in the form `<version>:<base64>`. */
export type Secrets = Record<(typeof names)[number], string>;

const names = [
  'SESSION_SECRETS',
  'CODE_MASTERS',
  'WAY_PEPPERS',
  'FIELD_KEYS',
  'CURSOR_SECRETS',
  'SIGNING_KEYS',
] as const;

/** The secrets of the folder, made at its first use; without a folder fresh ones that nobody keeps. */
export function secretsOf(folder: string | undefined): Secrets {
  if (folder === undefined) return freshSecrets();
  const file = path.join(folder, 'secrets.json');
  const known = readKept<Partial<Secrets>>(file);
  const secrets = { ...freshSecrets(), ...known };
  if (names.some((name) => known?.[name] === undefined)) keep(file, secrets);
  return secrets;
}

const freshSecrets = (): Secrets =>
  Object.fromEntries(
    names.map((name) => [name, `1:${randomBytes(32).toString('base64')}`]),
  ) as Secrets;
