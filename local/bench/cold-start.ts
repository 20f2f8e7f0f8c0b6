import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { requireInModule } from '../build';
import { bundlesFolder, root } from '../folders';
import { prepareFunctions } from '../prepare';
import type { Row } from './row';
import { inPassingFolder, medianOf, rowOf } from './row';

const starts = 9;

/** The AWS SDK and zod as everybody bundles them, with no code of a product. */
const plain = `
  import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
  import { BatchGetCommand, DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
  import { z } from 'zod';
  export const main = [DynamoDBClient, BatchGetCommand, DynamoDBDocumentClient, TransactWriteCommand, z];
`;

/** How long a fresh process takes to load each function: what a cold start waits for on top of Lambda's own. */
export async function benchColdStart(): Promise<Row[]> {
  await prepareFunctions();
  return inPassingFolder(async (folder) => {
    const outfile = path.join(folder, 'plain.mjs');
    const stdin = { contents: plain, resolveDir: root, loader: 'ts' as const };
    await build({
      ...{ stdin, outfile, bundle: true, minify: true, platform: 'node', format: 'esm' },
      banner: { js: requireInModule },
    });
    const peer = loadingMs(outfile);
    return readdirSync(bundlesFolder)
      .filter((file) => file.endsWith('.mjs'))
      .map((file) =>
        rowOf({
          name: `cold import of ${path.basename(file, '.mjs')}`,
          unit: 'ms',
          ours: loadingMs(path.join(bundlesFolder, file)),
          peers: { 'SDK and zod, bundled plainly': peer },
          goal: peer,
        }),
      );
  });
}

function loadingMs(file: string): number {
  const program = `const begun = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)});
    console.log(performance.now() - begun);`;
  const args = ['--input-type=module', '-e', program];
  return medianOf(
    Array.from({ length: starts }, () => {
      const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (!stdout) throw new Error(stderr);
      return Number(stdout);
    }),
  );
}
