import { existsSync } from 'node:fs';
import path from 'node:path';
import { root, sources } from '../support/tree';

/** Folders whose tests face no single file. */
const own = ['house', 'journeys', 'simulation', 'support'];
const tests = sources.filter((file) => file.startsWith('tests/'));
const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);

/** `tests/functions/x/y.connected.test.ts` faces `functions/x/y.ts` (or `.tsx`). */
function facedBy(test: string): string[] {
  const bare = test.slice('tests/'.length).replace(/(\.connected)?\.test\.tsx?$/, '');
  return [`${bare}.ts`, `${bare}.tsx`];
}

test('every test stands opposite the file it tests', () => {
  const strays = tests
    .filter(isTest)
    .filter((file) => !own.includes(file.split('/')[1] ?? ''))
    .filter((file) => !facedBy(file).some((source) => existsSync(path.join(root, source))));
  expect(strays).toEqual([]);
});

test('every file of rules is tested', () => {
  const untested = sources
    .filter((file) => file.startsWith('functions/') && file.endsWith('.rules.ts'))
    .filter((file) => !tests.includes(`tests/${file.replace(/\.ts$/, '.test.ts')}`));
  expect(untested).toEqual([]);
});
