import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildFunctions } from './build';
import { h5Folder, installation, packagedFolder, root } from './folders';
import { keep, readKept } from './kept';

/** Builds and packages the functions. The package is made anew only when what it is made of changed. */
export async function prepareFunctions(): Promise<void> {
  await buildFunctions();
  const made = existsSync(path.join(packagedFolder, 'serverless-state.json'));
  await unlessSame({ name: 'package', made, of: ['serverless.yml', 'package-lock.json'] }, () =>
    runScript('node_modules/serverless/bin/serverless.js', ['package'], root),
  );
}

/** Builds the mini-program for browsers when its sources changed. */
export async function prepareH5(): Promise<void> {
  const miniapp = ['src', 'config', 'types', 'babel.config.js', 'package.json'];
  const of = [...miniapp.map((part) => `miniapp/${part}`), 'shared', 'package-lock.json'];
  const made = existsSync(path.join(h5Folder, 'index.html'));
  await unlessSame({ name: 'h5', made, of }, () =>
    runScript(
      'node_modules/@tarojs/cli/bin/taro',
      ['build', '--type', 'h5'],
      path.join(root, 'miniapp'),
    ),
  );
}

type Thing = { name: string; made: boolean; of: string[] };

/** The hash of a thing's sources is kept when it was made; the same hash needs no second making. */
async function unlessSame({ name, made, of }: Thing, make: () => Promise<void>): Promise<void> {
  const file = path.join(installation, 'made.json');
  const hash = hashOf(of);
  if (made && readKept<Record<string, string>>(file)?.[name] === hash) return;
  await make();
  keep(file, { ...readKept<Record<string, string>>(file), [name]: hash });
}

function hashOf(parts: string[]): string {
  const hash = createHash('sha256');
  for (const file of parts.flatMap(filesIn)) {
    hash.update(`${file}\n`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

function filesIn(part: string): string[] {
  const at = path.join(root, part);
  if (!existsSync(at)) return [];
  if (statSync(at).isFile()) return [part];
  return readdirSync(at)
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .sort()
    .flatMap((name) => filesIn(path.join(part, name)));
}

/** Runs a tool of node_modules; what it printed is shown only when it failed. */
function runScript(script: string, args: string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, script), ...args], {
      cwd,
      env: { ...process.env, NODE_ENV: 'production', SLS_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    const note = (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-8_000);
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${script} ${args.join(' ')} failed (${code ?? signal}):\n${printed}`));
    });
  });
}
