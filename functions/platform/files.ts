import type { Hash, Hmac } from 'node:crypto';
import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { minuteMs } from '#shared/time';
import { now } from './clock';
import { localOnly, required } from './config';
import { refuse } from './refuse';

/**
 * Files: what is too large for the table. They lie in one private bucket under keys that the server chose, and are
 * written and read only through URLs signed for one key, one method and ten minutes. The product's own functions use
 * the same URLs. Nothing is public, nothing is listed; `uploads/` and `exports/` are emptied after seven days.
 */
export type SignedUrl = { url: string; expiresAt: number };

/** No file is larger. */
export const fileBytesMax = 10 * 1024 * 1024;
export const signedUrlMs = 10 * minuteMs;
/** A function has ten seconds; a file that takes longer is asked for again. */
const timeoutMs = 8_000;

const keyPattern = /^[a-z0-9][a-z0-9_-]*(\/[a-z0-9][a-z0-9_.-]*){1,5}$/;

/** A URL that takes exactly this many bytes of this type, once or again, until it expires. */
export async function urlToPut(
  key: string,
  { contentType, bytes }: { contentType: string; bytes: number },
): Promise<SignedUrl> {
  if (!(bytes >= 0 && bytes <= fileBytesMax)) return refuse('request_too_large');
  return sign('PUT', key, { headers: headersOf(contentType, bytes) });
}

/** A URL that gives the file; with a `fileName`, as a download under that name. */
export async function urlToGet(key: string, { fileName }: { fileName?: string } = {}) {
  const named = fileName && `attachment; filename*=UTF-8''${escaped(fileName)}`;
  return sign('GET', key, named ? { query: { 'response-content-disposition': named } } : {});
}

/** Writes a file of the product's own making, over whatever was there. */
export async function putFile(
  key: string,
  contentType: string,
  body: string | Uint8Array,
): Promise<void> {
  const bytes = Buffer.from(body as string);
  const { url } = await urlToPut(key, { contentType, bytes: bytes.length });
  const headers = { 'content-type': contentType };
  const answer = await ask(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  await answer.arrayBuffer().catch(() => undefined);
  if (!answer.ok) throw new Error(`a file was not taken: ${answer.status}`);
}

/** The bytes of a file; undefined when there is none. More than `bytesMax` are a `request_too_large`. */
export async function getFile(key: string, bytesMax = fileBytesMax): Promise<Buffer | undefined> {
  const { url } = await urlToGet(key);
  const answer = await ask(url, { method: 'GET' });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new Error(`a file was not given: ${answer.status}`);
  return bodyOf(answer, bytesMax);
}

async function bodyOf(answer: Response, bytesMax: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer.body ?? []) {
      bytes += chunk.length;
      if (bytes > bytesMax) break;
      chunks.push(chunk);
    }
  } catch {
    return refuse('files_unavailable');
  }
  return bytes > bytesMax ? refuse('request_too_large') : Buffer.concat(chunks);
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await fetch(url, { ...init, signal, redirect: 'error' });
    return answer.status < 500 ? answer : refuse('files_unavailable');
  } catch {
    return refuse('files_unavailable');
  }
}

const headersOf = (contentType: string, bytes: number) => ({
  'content-type': contentType,
  'content-length': String(bytes),
});

/** Where the bucket answers: S3 in its region, or the local cloud's server of files. */
function placeOf(key: string): { origin: URL; path: string } {
  if (!keyPattern.test(key)) throw new Error('not a key of a file');
  const bucket = required('FILES_BUCKET');
  const local = localOnly('FILES_ENDPOINT');
  if (local) return { origin: new URL(local), path: `/${bucket}/${key}` };
  const region = required('AWS_REGION');
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return { origin: new URL(`https://${bucket}.s3.${region}.${domain}`), path: `/${key}` };
}

type Signed = { headers?: Record<string, string>; query?: Record<string, string> };

/** S3's query signature (SigV4); the body is not part of it, its length and type are. */
async function sign(method: 'GET' | 'PUT', key: string, signed: Signed): Promise<SignedUrl> {
  const { origin, path } = placeOf(key);
  const at = now();
  const request = {
    method,
    protocol: origin.protocol,
    hostname: origin.hostname,
    path,
    query: signed.query ?? {},
    headers: { host: origin.host, ...signed.headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
  };
  const { query } = await signer().presign(request, {
    signingDate: new Date(at),
    expiresIn: signedUrlMs / 1000,
  });
  const search = Object.entries(query ?? {})
    .map(([name, value]) => `${escaped(name)}=${escaped(String(value))}`)
    .join('&');
  return { url: `${origin.origin}${path}?${search}`, expiresAt: at + signedUrlMs };
}

/** As RFC 3986 has it, which is stricter than the language. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function signer(): SignatureV4 {
  const sessionToken = process.env.AWS_SESSION_TOKEN;
  return new SignatureV4({
    service: 's3',
    region: required('AWS_REGION'),
    credentials: {
      accessKeyId: required('AWS_ACCESS_KEY_ID'),
      secretAccessKey: required('AWS_SECRET_ACCESS_KEY'),
      ...(sessionToken && { sessionToken }),
    },
    sha256: Sha256,
    uriEscapePath: false,
    applyChecksum: false,
  });
}

type Bytes = string | ArrayBuffer | ArrayBufferView;

/** Node's own SHA-256 and HMAC in the shape that the signer asks for. */
class Sha256 {
  private readonly hash: Hash | Hmac;
  constructor(secret?: Bytes) {
    this.hash = secret ? createHmac('sha256', bytesOf(secret)) : createHash('sha256');
  }
  update(data: Uint8Array): void {
    this.hash.update(data);
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.hash.digest()));
  }
  reset(): void {
    throw new Error('a hash is used once');
  }
}

function bytesOf(data: Bytes): Uint8Array {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
