import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../support/tree';

/** A tree with a lockfile, what npm says is installed, and an npm that only notes that it was called. */
type Packages = Record<string, { version?: string; link?: boolean; optional?: boolean }>;

const wanted: Packages = {
  '': {},
  shared: { version: '0.1.0' },
  'node_modules/@volunteer-cloud/shared': { link: true },
  'node_modules/zod': { version: '4.6.7' },
  'node_modules/@dynoxide/linux-x64': { version: '1.2.1', optional: true },
};
const { 'node_modules/@dynoxide/linux-x64': _engine, ...otherPlatform } = wanted;
const { 'node_modules/zod': _zod, ...withoutZod } = wanted;

function readyWith(present: Packages | undefined) {
  const tree = mkdtempSync(path.join(tmpdir(), 'ready-'));
  mkdirSync(path.join(tree, 'local'));
  mkdirSync(path.join(tree, 'node_modules'));
  cpSync(path.join(root, 'local/ready.mjs'), path.join(tree, 'local/ready.mjs'));
  const npm = path.join(tree, 'npm-cli.js');
  writeFileSync(npm, "require('fs').writeFileSync('called', process.argv.slice(2).join(' '))");
  writeFileSync(path.join(tree, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  if (present) {
    const file = path.join(tree, 'node_modules/.package-lock.json');
    writeFileSync(file, JSON.stringify({ packages: present }));
  }
  const env = { ...process.env, npm_execpath: npm };
  const { status } = spawnSync(process.execPath, ['local/ready.mjs'], { cwd: tree, env });
  return { status, installed: existsSync(path.join(tree, 'called')) };
}

test.each<[string, 'installs' | 'is ready', Packages | undefined]>([
  ['nothing is installed', 'installs', undefined],
  ['all is installed', 'is ready', wanted],
  ['what this platform does not need is absent', 'is ready', otherPlatform],
  ['a package is missing', 'installs', withoutZod],
  ['a pull changed a version', 'installs', { ...wanted, 'node_modules/zod': { version: '4.6.6' } }],
])('%s → %s', (_circumstances, outcome, present) => {
  expect(readyWith(present)).toEqual({ status: 0, installed: outcome === 'installs' });
});
