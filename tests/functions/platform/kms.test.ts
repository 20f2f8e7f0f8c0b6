import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { createServer } from 'node:http';
import { decrypted } from '../../../functions/platform/kms';

/** A KMS that takes a request as AWS documents it: the signature is checked, then the sealed key is given open. */
type Asked = { headers: IncomingHttpHeaders; body: string };
let server: Server;
let asked: Asked[] = [];
let answer: { status: number; body: object } = { status: 200, body: {} };
const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const kept = { ...process.env };

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push({ headers: request.headers, body });
      response.writeHead(answer.status).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  process.env = kept;
});
beforeEach(() => {
  asked = [];
  answer = { status: 200, body: { Plaintext: Buffer.alloc(32, 7).toString('base64') } };
  const address = server.address();
  Object.assign(process.env, {
    KMS_ENDPOINT: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
    STAGE: 'test',
    AWS_REGION: 'cn-north-1',
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: secret,
    AWS_SESSION_TOKEN: 'session',
  });
});

/** The signature by the published algorithm, made again from what arrived. */
function signatureOf({ headers, body }: Asked): string {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const mac = (key: Buffer | string, text: string) =>
    createHmac('sha256', key).update(text).digest();
  const names = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1] ?? '';
  const lines = names.split(';').map((name) => `${name}:${headers[name]}\n`);
  const request = ['POST', '/', '', lines.join(''), names, hash(body)].join('\n');
  const time = String(headers['x-amz-date']);
  const day = time.slice(0, 8);
  const text = `AWS4-HMAC-SHA256\n${time}\n${day}/cn-north-1/kms/aws4_request\n${hash(request)}`;
  const key = mac(mac(mac(mac(`AWS4${secret}`, day), 'cn-north-1'), 'kms'), 'aws4_request');
  return mac(key, text).toString('hex');
}

test('a sealed key → opened, under the context of product and stage, in a request that is signed', async () => {
  expect(await decrypted('c2VhbGVk')).toEqual(Buffer.alloc(32, 7));
  const [one] = asked;
  if (!one) throw new Error('nothing was asked');
  expect(JSON.parse(one.body)).toEqual({
    CiphertextBlob: 'c2VhbGVk',
    EncryptionContext: { product: 'volunteer-cloud', stage: 'test' },
  });
  expect(one.headers).toMatchObject({
    'x-amz-target': 'TrentService.Decrypt',
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-security-token': 'session',
  });
  const { authorization = '' } = one.headers;
  expect(authorization).toContain('SignedHeaders=content-type;host;x-amz-date;');
  expect(authorization.split('Signature=')[1]).toBe(signatureOf(one));
});

test('KMS says no → a fault for the operator; KMS is down or away → busy', async () => {
  answer = { status: 400, body: { __type: 'InvalidCiphertextException' } };
  await expect(decrypted('c2VhbGVk')).rejects.toThrow('KMS refused a field key: 400');
  answer = { status: 500, body: {} };
  await expect(decrypted('c2VhbGVk')).rejects.toMatchObject({ code: 'busy' });
  process.env.KMS_ENDPOINT = 'http://127.0.0.1:1/';
  await expect(decrypted('c2VhbGVk')).rejects.toMatchObject({ code: 'busy' });
});
