import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * How S3 verifies a pre-signed URL (Signature Version 4 in the query), written from its documentation and apart from
 * the signer that the product uses, so that each checks the other.
 */
export type Presented = {
  method: string;
  url: URL;
  headers: Record<string, string | string[] | undefined>;
};
export type Verdict =
  | 'good'
  | 'AccessDenied'
  | 'AuthorizationQueryParametersError'
  | 'InvalidAccessKeyId'
  | 'SignatureDoesNotMatch';
type Keys = { accessKeyId: string; secretAccessKey: string };

const longestSeconds = 7 * 24 * 3_600;
/** S3 takes a clock that is ahead by less than a quarter of an hour. */
const skewMs = 15 * 60_000;

/** Whether the URL was signed with these keys for this very request, and is not over at `now` (ms). */
export function verifySigned(presented: Presented, keys: Keys, now: number): Verdict {
  const given = presented.url.searchParams;
  if (!given.has('X-Amz-Signature')) return 'AccessDenied';
  const [accessKeyId, ...scope] = (given.get('X-Amz-Credential') ?? '').split('/');
  const signedAt = timeOf(given.get('X-Amz-Date') ?? '');
  const seconds = Number(given.get('X-Amz-Expires'));
  const sound =
    given.get('X-Amz-Algorithm') === 'AWS4-HMAC-SHA256' &&
    /^\d{8}\/[a-z0-9-]+\/s3\/aws4_request$/.test(scope.join('/')) &&
    seconds >= 1 &&
    seconds <= longestSeconds;
  if (!sound || signedAt === undefined) return 'AuthorizationQueryParametersError';
  if (accessKeyId !== keys.accessKeyId) return 'InvalidAccessKeyId';
  if (now > signedAt + seconds * 1000 || now < signedAt - skewMs) return 'AccessDenied';
  const right = signatureOf(presented, scope, keys.secretAccessKey);
  return isSame(right, given.get('X-Amz-Signature') ?? '') ? 'good' : 'SignatureDoesNotMatch';
}

function isSame(right: string, given: string): boolean {
  const [one, other] = [Buffer.from(right), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function signatureOf(presented: Presented, scope: string[], secret: string): string {
  const date = presented.url.searchParams.get('X-Amz-Date') ?? '';
  const hashed = createHash('sha256').update(canonical(presented)).digest('hex');
  const text = ['AWS4-HMAC-SHA256', date, scope.join('/'), hashed].join('\n');
  const hmac = (key: Buffer | string, part: string) =>
    createHmac('sha256', key).update(part).digest();
  const key = scope.reduce<Buffer | string>(hmac, `AWS4${secret}`);
  return createHmac('sha256', key).update(text).digest('hex');
}

function canonical({ method, url, headers }: Presented): string {
  const names = (url.searchParams.get('X-Amz-SignedHeaders') ?? '').split(';');
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .sort()
    .join('&');
  const lines = names.map((name) => `${name}:${plain(headers[name])}`);
  // The body is not signed: what a URL binds of it are the length and the type.
  return [method, url.pathname, query, ...lines, '', names.join(';'), 'UNSIGNED-PAYLOAD'].join(
    '\n',
  );
}

const plain = (value: string | string[] | undefined): string =>
  String(value ?? '')
    .trim()
    .replace(/\s+/g, ' ');

const escaped = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** `20261124T142706Z` in ms; undefined when it is none. */
function timeOf(text: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text)?.slice(1).map(Number);
  if (!parts) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
