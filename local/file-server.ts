import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import path from 'node:path';
import { localAws } from './dynamo';
import type { Verdict } from './file-signature';
import { verifySigned } from './file-signature';

/**
 * A private bucket that answers as S3 is documented to, for what the product uses of it: PUT and GET of one object by
 * a pre-signed URL, and the preflight of a browser. It lists nothing and gives nothing unsigned.
 */
export type FileServer = {
  url: string;
  /** The next `times` (1) requests end so: with a status, or with no answer at all. */
  fail(failure: { times?: number; status?: number }): void;
  stop(): Promise<void>;
};
type Settings = {
  /** Absent: in memory, gone with the process. */
  folder?: string;
  /** The time in ms. */
  now?: () => number;
};

export const localBucket = 'local-files';
/** More than any file of the product; S3 itself takes 5 GB in one piece. */
const bytesMax = 10 * 1024 * 1024;
const keyPattern = /^[a-z0-9_-]+(\/[a-z0-9][a-z0-9_.-]*){1,5}$/;

type Stored = { contentType: string; body: Buffer };
type Shelf = {
  put(key: string, file: Stored): Promise<void>;
  get(key: string): Promise<Stored | undefined>;
};
type Reply = { status: number; headers?: Record<string, string>; body?: Buffer | string };

export async function startFileServer({ folder, now = Date.now }: Settings): Promise<FileServer> {
  const shelf = folder === undefined ? inMemory() : inFolder(folder);
  const failures: number[] = [];
  const server = createServer((request, response) => {
    const planned = failures.shift();
    if (planned === 0) return void request.socket.destroy();
    if (planned !== undefined) return send(response, errorOf('InternalError', planned));
    answer(request, shelf, now()).then(
      (reply) => send(response, reply),
      () => send(response, errorOf('InternalError', 500)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    fail: ({ times = 1, status = 0 }) => void failures.push(...Array<number>(times).fill(status)),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, shelf: Shelf, now: number): Promise<Reply> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const { method = '' } = request;
  if (method === 'OPTIONS') return { status: 200, headers: preflight };
  const key = url.pathname.slice(localBucket.length + 2);
  const verdict = verifySigned({ method, url, headers: request.headers }, keys(), now);
  if (verdict !== 'good') return errorOf(verdict, 403);
  if (!url.pathname.startsWith(`/${localBucket}/`) || !keyPattern.test(key)) {
    return errorOf('AccessDenied', 403);
  }
  if (method === 'PUT') return take(request, shelf, key);
  if (method === 'GET') return give(url, shelf, key);
  return errorOf('MethodNotAllowed', 405);
}

/** Those that the functions sign with: whatever stands in the environment. */
const keys = () => ({
  accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? localAws.AWS_ACCESS_KEY_ID,
  secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? localAws.AWS_SECRET_ACCESS_KEY,
});

async function take(request: IncomingMessage, shelf: Shelf, key: string): Promise<Reply> {
  if (Number(request.headers['content-length'] ?? bytesMax + 1) > bytesMax) {
    request.resume();
    return errorOf('EntityTooLarge', 413);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const contentType = request.headers['content-type'] ?? 'binary/octet-stream';
  await shelf.put(key, { contentType, body: Buffer.concat(chunks) });
  return { status: 200 };
}

async function give(url: URL, shelf: Shelf, key: string): Promise<Reply> {
  const file = await shelf.get(key);
  if (!file) return errorOf('NoSuchKey', 404);
  const disposition = url.searchParams.get('response-content-disposition');
  return {
    status: 200,
    headers: {
      'content-type': file.contentType,
      ...(disposition && { 'content-disposition': disposition }),
    },
    body: file.body,
  };
}

const allowed = { 'access-control-allow-origin': '*' };
const preflight = {
  ...allowed,
  'access-control-allow-methods': 'PUT, GET',
  'access-control-allow-headers': 'content-type',
  'access-control-max-age': '3600',
};

const errorOf = (code: Verdict | string, status: number): Reply => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code></Error>`,
});

function send(response: ServerResponse, { status, headers, body = '' }: Reply): void {
  response.writeHead(status, { ...allowed, ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(body);
}

function inMemory(): Shelf {
  const files = new Map<string, Stored>();
  return {
    put: async (key, file) => void files.set(key, file),
    get: async (key) => files.get(key),
  };
}

/** A file and, beside it, its type. Keys are checked by pattern, so none leads out of the folder. */
function inFolder(folder: string): Shelf {
  return {
    put: async (key, { contentType, body }) => {
      const file = path.join(folder, key);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, body);
      await writeFile(`${file}.type`, contentType);
    },
    get: async (key) => {
      const file = path.join(folder, key);
      try {
        return { contentType: await readFile(`${file}.type`, 'utf8'), body: await readFile(file) };
      } catch {
        return undefined;
      }
    },
  };
}
