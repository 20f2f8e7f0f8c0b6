import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { boot } from '../support/miniboot/boot';
import { packageFiles } from '../support/miniboot/package-files';
import { weappFolder } from '../support/weapp-phone';

/** What can be known of the built mini-program without running it. Needs `npm run build:weapp`. */
const built = packageFiles(weappFolder);
const app = JSON.parse(built.read('app.json')) as {
  preloadRule: Record<string, { packages: string[] }>;
  requiredPrivateInfos: string[];
  permission: Record<string, { desc: string }>;
  subPackages: { root: string }[];
};
const themes = JSON.parse(built.read('theme.json')) as Record<string, Record<string, string>>;
const ending = (end: string) => built.files.filter((file) => file.endsWith(end));

/** WeChat's compilers, which say what is wrong in an error: thrown by one, returned by the other. */
const wxmlToJs = require('miniprogram-compiler').wxmlToJs as (folder: string) => string;
const wxssToJs = require('miniprogram-compiler/src/wcsc') as (
  folder: string,
  files: string[],
) => Error | Record<string, string>;
const compileStyles = (folder: string) =>
  wxssToJs(
    folder,
    ending('.wxss').map((file) => file.slice(0, -'.wxss'.length)),
  );

let copy: string;
beforeEach(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'weapp-'));
});
afterEach(() => rmSync(copy, { recursive: true }));

/** The build with one file spoilt: what a check must see. */
function spoilt(file: string, spoil: (text: string) => string): string {
  cpSync(weappFolder, copy, { recursive: true });
  writeFileSync(path.join(copy, file), spoil(built.read(file)));
  return copy;
}

test('every wxml compiles with WeChat’s compiler, a broken one does not', () => {
  expect(wxmlToJs(weappFolder)).toContain('$gwx');
  const broken = spoilt('base.wxml', (text) => text.replace('</view>', ''));
  expect(() => wxmlToJs(broken)).toThrow();
});

test('every wxss compiles with WeChat’s compiler, a broken one does not', () => {
  const compiled = compileStyles(weappFolder);
  expect(compiled).not.toBeInstanceOf(Error);
  expect(Object.keys(compiled)).toEqual(
    expect.arrayContaining([expect.stringContaining('tabs/home/index.wxss')]),
  );
  const broken = spoilt('app.wxss', (text) => `${text}\n* { color: red; }`);
  expect(compileStyles(broken)).toBeInstanceOf(Error);
});

test('every listed page has its four files and a title', () => {
  const missing = built.pages.flatMap((page) =>
    ['js', 'json', 'wxml', 'wxss']
      .map((end) => `${page}.${end}`)
      .filter((file) => !built.isFile(file)),
  );
  expect(missing).toEqual([]);
  const untitled = built.pages.filter(
    (page) => !JSON.parse(built.read(`${page}.json`)).navigationBarTitleText,
  );
  expect(untitled).toEqual([]);
});

test('the four tabs are pages of the main package, packages to preload exist', () => {
  expect(built.tabs).toEqual(built.app.pages.slice(0, 4));
  const roots = app.subPackages.map(({ root }) => root);
  const preloaded = Object.values(app.preloadRule).flatMap(({ packages }) => packages);
  expect(preloaded.filter((root) => !roots.includes(root))).toEqual([]);
  expect(Object.keys(app.preloadRule).filter((page) => !built.pages.includes(page))).toEqual([]);
});

test('what app.json takes from the theme stands in both, and its icons are at most 40 KB', () => {
  const named = [...built.read('app.json').matchAll(/"@(\w+)"/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(0);
  for (const theme of ['light', 'dark']) {
    expect(named.filter((name) => !themes[theme]?.[name])).toEqual([]);
    const icons = Object.values(themes[theme] ?? {}).filter((value) => value.endsWith('.png'));
    expect(icons).toHaveLength(8);
    const heavy = icons.filter((icon) => statSync(path.join(weappFolder, icon)).size > 40 * 1024);
    expect(heavy).toEqual([]);
  }
});

test('the position is declared with a reason, and nothing else that is private', () => {
  expect(app.requiredPrivateInfos).toEqual(['getLocation']);
  expect(app.permission['scope.userLocation']?.desc).toBeTruthy();
});

test('words for screen readers reach WeChat’s elements', () => {
  const templates = built.read('base.wxml');
  for (const attribute of ['aria-label', 'aria-role', 'aria-checked', 'aria-live']) {
    expect(templates).toContain(`${attribute}="{{`);
  }
});

const absent = /\b(process\.env|localStorage|sessionStorage|URLSearchParams|document\.|window\.)/;

test('no script of ours leans on a browser or on Node', () => {
  const libraries = ['taro.js', 'vendors.js', 'runtime.js'];
  const leaning = ending('.js')
    .filter((file) => !libraries.includes(file))
    .filter((file) => absent.test(readFileSync(path.join(weappFolder, file), 'utf8')));
  expect(leaning).toEqual([]);
});

test.each(['process.env.X', 'localStorage.x', 'new URLSearchParams("")', 'window.x'])(
  'a script that uses %s → does not start',
  (use) => {
    const leaning = spoilt('app.js', (text) => `${use};${text}`);
    expect(() => boot(leaning)).toThrow(/^app\.js: /);
  },
);

test('an API of WeChat’s that nobody plays → an error of the host’s, whatever the page makes of it', async () => {
  const phone = boot(weappFolder);
  await phone.until(() => phone.errors.length > 0);
  expect(phone.errors.map(String)).toContain('Error: no stub for wx.request');
  phone.kill();
});
