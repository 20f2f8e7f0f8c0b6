import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import { fontFiles } from '../functions/papers/fonts';
import { bundlesFolder, root } from './folders';
import { complain, messageOf, say } from './say';

/** Packages of the old module kind ask for `require`, which a bundle of the new kind has to be given. */
export const requireInModule =
  "import{createRequire as ___cr}from'node:module';const require=___cr(import.meta.url);";

/**
 * Bundles each `functions/<noun>/<noun>.function.ts` to `dist/functions/<noun>.mjs` and writes their sizes beside them.
 * The output's name carries no dot: Lambda splits a handler's file from its export at the first one. A `<name>.part.ts`
 * that a function imports while it runs stays a file of its own beside it: it costs nothing before it is needed.
 */
export async function buildFunctions(): Promise<Record<string, number>> {
  const functions = path.join(root, 'functions');
  const entries = readdirSync(functions, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(function|part)\.ts$/.test(file))
    .sort();
  const outputs = await bundle(
    entries.map((file) => ({
      in: path.join(functions, file),
      out: path.basename(file).replace(/\.(function|part)\.ts$/, ''),
    })),
  );
  mkdirSync(bundlesFolder, { recursive: true });
  for (const old of readdirSync(bundlesFolder)) {
    if (!outputs.has(old)) rmSync(path.join(bundlesFolder, old), { recursive: true });
  }
  layFontsBeside(bundlesFolder);
  for (const [file, contents] of outputs) writeFileSync(path.join(bundlesFolder, file), contents);
  const sizes = Object.fromEntries(
    [...outputs].map(([file, contents]) => [path.basename(file, '.mjs'), contents.byteLength]),
  );
  writeFileSync(path.join(bundlesFolder, 'sizes.json'), `${JSON.stringify(sizes, null, 2)}\n`);
  return sizes;
}

/** What is printed is set in these; in the cloud there is no package to take them from. */
function layFontsBeside(bundles: string): void {
  const from = path.join(root, 'node_modules/@fontsource/noto-sans-sc/files');
  for (const file of fontFiles) cpSync(path.join(from, file), path.join(bundles, 'fonts', file));
}

async function bundle(entryPoints: { in: string; out: string }[]) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: bundlesFolder,
    outExtension: { '.js': '.mjs' },
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    mainFields: ['module', 'main'],
    alias: {
      '@aws-sdk/credential-provider-node': './local/slim/credentials.mjs',
      '@aws-sdk/endpoint-cache': './local/slim/endpoint-cache.mjs',
      '@smithy/core/event-streams': './local/slim/event-streams.mjs',
      bowser: './local/slim/bowser.mjs',
    },
    plugins: [withoutJsonSchema, withoutUnused, partsApart],
    logOverride: { 'import-is-undefined': 'silent' },
    banner: { js: requireInModule },
  });
  return new Map(outputFiles.map((file) => [path.basename(file.path), file.contents]));
}

/** zod's JSON schema writer hangs on every schema and cannot be shaken off. */
const withoutJsonSchema: Plugin = {
  name: 'without-json-schema',
  setup({ onResolve }) {
    onResolve({ filter: /\/(json-schema-processors|to-json-schema)\.js$/ }, ({ importer }) =>
      importer.endsWith(path.join('zod', 'v4', 'classic', 'schemas.js'))
        ? { path: path.join(root, 'local/slim/json-schema.mjs') }
        : undefined,
    );
  },
};

/** Modules that stand inside packages and are never reached. */
const unused: [imported: RegExp, instead: string][] = [
  [/\/DefaultRateLimiter$/, 'local/slim/rate-limiter.mjs'],
  [/\/locales\/en\.js$/, 'local/slim/english.mjs'],
];

const withoutUnused: Plugin = {
  name: 'without-unused',
  setup({ onResolve }) {
    for (const [filter, instead] of unused) {
      onResolve({ filter }, () => ({ path: path.join(root, instead) }));
    }
  },
};

/** What is imported while a function runs is the file beside it. */
const partsApart: Plugin = {
  name: 'parts-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\.part$/ }, ({ kind, path: asked }) =>
      kind === 'dynamic-import'
        ? { path: `./${path.basename(asked, '.part')}.mjs`, external: true }
        : undefined,
    );
  },
};

if (require.main === module) {
  buildFunctions().then(
    (sizes) => {
      for (const [noun, bytes] of Object.entries(sizes)) say(`${noun}  ${bytes} bytes`);
    },
    (error) => {
      complain(messageOf(error));
      process.exitCode = 1;
    },
  );
}
