import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { secretsOf } from '../../local/secrets';

const folder = (): string => mkdtempSync(path.join(tmpdir(), 'secrets-'));

test('a folder → made once, for its owner only, in the form that functions read', () => {
  const at = folder();
  const first = secretsOf(at);
  expect(secretsOf(at)).toEqual(first);
  expect(statSync(path.join(at, 'secrets.json')).mode & 0o777).toBe(0o600);
  for (const secret of Object.values(first)) {
    const [version, key = ''] = secret.split(':');
    expect([version, Buffer.from(key, 'base64').length]).toEqual(['1', 32]);
  }
  expect(new Set(Object.values(first)).size).toBe(6);
});

test('two installations, or none → never the same', () => {
  const all = [secretsOf(folder()), secretsOf(folder()), secretsOf(undefined)];
  expect(new Set(all.map(({ CODE_MASTERS }) => CODE_MASTERS)).size).toBe(3);
});

test('a secret that a newer version needs → added, the others kept', () => {
  const at = folder();
  const { CURSOR_SECRETS: _, ...older } = secretsOf(at);
  writeFileSync(path.join(at, 'secrets.json'), JSON.stringify(older));
  const now = secretsOf(at);
  expect(now).toMatchObject(older);
  expect(JSON.parse(readFileSync(path.join(at, 'secrets.json'), 'utf8'))).toEqual(now);
});
