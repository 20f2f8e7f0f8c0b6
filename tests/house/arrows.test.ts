import { spawnSync } from 'node:child_process';
import { root } from '../support/tree';

test('arrows point down, and nouns form no circle', () => {
  const { stdout, status } = spawnSync(
    'npx',
    ['depcruise', '--output-type', 'err', 'shared', 'functions', 'miniapp/src', 'local'],
    { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  expect({ status, stdout }).toMatchObject({ status: 0 });
}, 60_000);
