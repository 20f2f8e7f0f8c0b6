/** What the environment gives. Faults here stop a function at its first request, in words an operator can act on. */

/** True inside Lambda. Everything that only the local cloud may do asks this first. */
export const isDeployed = (): boolean => process.env.AWS_LAMBDA_RUNTIME_API !== undefined;

/** A setting that exists only in the local cloud: refused, not ignored, in a deployed stage. */
export function localOnly(name: string): string | undefined {
  const value = process.env[name] || undefined;
  if (value !== undefined && isDeployed())
    throw new Error(`${name} is refused in a deployed stage`);
  return value;
}

export function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set (see docs/runbook.md)`);
  return value;
}

export type Secret = { version: number; key: Buffer };

const parsed = new Map<string, { text: string; secrets: Secret[] }>();

/**
 * Versioned secrets, the current one first: `2:<base64 of 32 bytes>,1:<…>`. What an older one signed or sealed still
 * reads while it stands in the list.
 */
export function secretsOf(name: string): [Secret, ...Secret[]] {
  const text = required(name);
  const known = parsed.get(name);
  if (known?.text === text) return known.secrets as [Secret, ...Secret[]];
  const secrets = text.split(',').map((part) => {
    const [version = '', key = ''] = part.trim().split(':');
    return { version: Number(version), key: Buffer.from(key, 'base64') };
  });
  if (secrets.some(({ version, key }) => !(version >= 1 && version <= 15) || key.length !== 32)) {
    throw new Error(`${name} must be "<version 1-15>:<base64 of 32 bytes>", comma-separated`);
  }
  parsed.set(name, { text, secrets });
  return secrets as [Secret, ...Secret[]];
}
