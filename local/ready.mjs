// Installs what is missing, also after a pull that changed the lockfile. Plain Node: nothing is installed yet when it
// runs. npm notes what it installed in node_modules/.package-lock.json, at the very end; that note is compared.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `需要 Node 20.19 或更新版本 / Node 20.19 or newer is needed; this is ${process.version}`,
  );
  process.exit(1);
}

if (!isInstalled()) {
  console.log('安装依赖，约一分钟 / installing packages, about a minute …');
  const { status } = npmCi();
  if (status !== 0) process.exit(status ?? 1);
}

function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const present = packagesOf(join('node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, { version, link, optional }]) => {
    if (!path.includes('node_modules/') || link) return true;
    const found = present[path];
    return found ? found.version === version : optional === true;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

// The npm that runs this script is a JavaScript file: started so, no shell has to find `npm` or `npm.cmd`.
function npmCi() {
  const args = ['ci', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit' };
  if (npm && basename(npm).startsWith('npm')) {
    return spawnSync(process.execPath, [npm, ...args], options);
  }
  return spawnSync(['npm', ...args].join(' '), { ...options, shell: true });
}
