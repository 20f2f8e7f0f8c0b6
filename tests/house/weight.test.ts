import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import budgets from '../support/budgets.json';
import { root } from '../support/tree';

/** Needs the builds: `npm test` makes them first. Bytes are what is uploaded or downloaded. */
const filesIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(root, folder, file))
    .filter((file) => statSync(file).isFile());
const bytesIn = (files: string[]): number =>
  files.reduce((sum, file) => sum + statSync(file).size, 0);

test('every function; what carries a heavy library stands alone with a budget of its own', () => {
  const own: Record<string, number> = budgets.heavyFunctionBytes;
  const heavy = filesIn('dist/functions')
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => ({ name: path.basename(file, '.mjs'), bytes: statSync(file).size }))
    .filter(({ name, bytes }) => bytes > (own[name] ?? budgets.functionBytes));
  expect(heavy).toEqual([]);
});

test('the mini-program: main package and every subpackage', () => {
  const weapp = 'miniapp/dist/weapp';
  const { subPackages = [] } = JSON.parse(readFileSync(path.join(root, weapp, 'app.json'), 'utf8'));
  const roots = (subPackages as { root: string }[]).map((one) => path.join(root, weapp, one.root));
  const all = filesIn(weapp);
  const main = all.filter((file) => !roots.some((one) => file.startsWith(one + path.sep)));
  expect(bytesIn(main)).toBeLessThanOrEqual(budgets.weappMainBytes);
  for (const one of roots) {
    const bytes = bytesIn(all.filter((file) => file.startsWith(one + path.sep)));
    expect({
      package: path.basename(one),
      fits: bytes <= budgets.weappSubpackageBytes,
      bytes,
    }).toMatchObject({ fits: true });
  }
});

test('the H5 mini-program before any page of it, gzip (browser.test.ts weighs the first page with it)', () => {
  const h5 = path.join(root, 'miniapp/dist/h5');
  const html = readFileSync(path.join(h5, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/?((?:js|css)\/[^"]+)"/g)].map(
    (it) => it[1] ?? '',
  );
  const bytes = ['index.html', ...named].reduce(
    (sum, file) => sum + gzipSync(readFileSync(path.join(h5, file))).length,
    0,
  );
  expect(named.length).toBeGreaterThan(1);
  expect(bytes).toBeLessThanOrEqual(budgets.h5FirstLoadGzipBytes);
});
