import { gunzipSync } from 'node:zlib';
import { compressed } from '../../../functions/platform/compress';

const answer = (body: string) => ({
  statusCode: 200,
  headers: { 'cache-control': 'no-store' },
  body,
});
const large = answer('站'.repeat(40_000));

test('a small answer → as it was', () => {
  expect(compressed(answer('{}'), 'gzip')).toEqual(answer('{}'));
});

test.each(['gzip', 'br, gzip;q=0.8', 'GZIP', 'deflate,gzip ; q=1.0'])(
  'a large answer to a client that accepts %s → gzipped, and the same when unpacked',
  (accepts) => {
    const packed = compressed(large, accepts);
    expect(packed.isBase64Encoded).toBe(true);
    expect(packed.headers).toEqual({
      'cache-control': 'no-store',
      'content-encoding': 'gzip',
      vary: 'accept-encoding',
    });
    expect(gunzipSync(Buffer.from(packed.body ?? '', 'base64')).toString()).toBe(large.body);
  },
);

test.each([undefined, '', 'identity', 'br', 'gzip;q=0', 'gzip;q=0.0', 'xgzip'])(
  'a large answer to a client that accepts %s → plain, and caches are told that it varies',
  (accepts) => {
    const plain = compressed(large, accepts);
    expect(plain.body).toBe(large.body);
    expect(plain.isBase64Encoded).toBeUndefined();
    expect(plain.headers).toMatchObject({ vary: 'accept-encoding' });
  },
);
