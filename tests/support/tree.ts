import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The code base as its house tests see it. Paths are relative to the root, with forward slashes. */
export const root = path.join(__dirname, '../..');
const folders = ['functions', 'shared', 'local', 'miniapp/src', 'miniapp/config', 'tests'];

/** Every source file of ours: TypeScript, JavaScript and styles. */
export const sources: string[] = folders.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`)
    .filter((file) => /\.(tsx?|[cm]?js|scss)$/.test(file) && !file.includes('/node_modules/')),
);

export const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');
