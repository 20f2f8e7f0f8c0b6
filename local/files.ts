import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A file of the built mini-program as a browser gets it. */
export type Served = { headers: Record<string, string>; body: Buffer };

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
const compressible = /^(text\/|application\/(json|manifest|wasm)|image\/svg)/;
/** A name that carries its content's hash never changes its meaning. */
const hashed = /\.[0-9a-f]{8,}\.\w+$/;
const smallestGzipBytes = 1_024;
const compress = promisify(gzip);

/**
 * Serves the files of a folder by URL path. A path that names no file is a page of the program: it gets index.html,
 * unless it ends like a file. Undefined: not found.
 */
export function filesOf(folder: string) {
  const packed = new Map<string, { changedAt: number; body: Buffer }>();

  const serve = async (
    file: string,
    acceptsGzip: 'gzip' | 'plain',
  ): Promise<Served | undefined> => {
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    const headers: Record<string, string> = {
      'content-type': type,
      'cache-control': hashed.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
    };
    const small = found.size < smallestGzipBytes;
    if (acceptsGzip === 'plain' || small || !compressible.test(type)) {
      return { headers, body: await readFile(file) };
    }
    const known = packed.get(file);
    const body =
      known?.changedAt === found.mtimeMs ? known.body : await compress(await readFile(file));
    packed.set(file, { changedAt: found.mtimeMs, body });
    return { headers: { ...headers, 'content-encoding': 'gzip' }, body };
  };

  return async (urlPath: string, acceptEncoding: string): Promise<Served | undefined> => {
    const file = fileAt(folder, urlPath);
    if (file === undefined) return undefined;
    const accepts = /\bgzip\b/.test(acceptEncoding) ? 'gzip' : 'plain';
    const served = await serve(file, accepts);
    if (served || path.extname(urlPath) !== '') return served;
    return serve(path.join(folder, 'index.html'), accepts);
  };
}

/** Undefined when the path leads out of the folder or cannot be one. */
function fileAt(folder: string, urlPath: string): string | undefined {
  try {
    const file = path.join(folder, decodeURIComponent(urlPath));
    const inside = file === folder || file.startsWith(folder + path.sep);
    return inside && !file.includes('\0') ? file : undefined;
  } catch {
    return undefined;
  }
}
