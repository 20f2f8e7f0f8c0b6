import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** Below this a phone gains nothing worth the function's time. */
const worthBytes = 32 * 1024;

/** A large answer gzipped, if the client reads that: an HTTP API does not compress by itself. */
export function compressed(
  answer: APIGatewayProxyStructuredResultV2,
  acceptEncoding: string | undefined,
): APIGatewayProxyStructuredResultV2 {
  const { body = '', headers } = answer;
  if (Buffer.byteLength(body) < worthBytes) return answer;
  const varying = { ...headers, vary: 'accept-encoding' };
  if (!readsGzip(acceptEncoding)) return { ...answer, headers: varying };
  return {
    ...answer,
    headers: { ...varying, 'content-encoding': 'gzip' },
    body: gzipSync(body).toString('base64'),
    isBase64Encoded: true,
  };
}

/** `gzip`, `br, gzip;q=0.8`; not `gzip;q=0`. */
const readsGzip = (acceptEncoding = ''): boolean =>
  acceptEncoding
    .toLowerCase()
    .split(',')
    .some((one) => /^\s*gzip\s*(;\s*q\s*=\s*(1|0?\.0*[1-9]).*)?$/.test(one));
