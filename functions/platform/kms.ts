import { createHash, createHmac } from 'node:crypto';
import { localOnly, required } from './config';
import { refuse } from './refuse';

/**
 * AWS KMS, for the one call that the product makes: Decrypt. The answer opens a sealed key only under the context that
 * it was sealed under, so the key of one stage opens nothing of another.
 */
const timeoutMs = 3_000;

export async function decrypted(sealed: string): Promise<Buffer> {
  const body = JSON.stringify({
    CiphertextBlob: sealed,
    EncryptionContext: { product: 'volunteer-cloud', stage: required('STAGE') },
  });
  const endpoint = endpointOf(required('AWS_REGION'));
  const headers = signed(endpoint.host, body, new Date());
  const signal = AbortSignal.timeout(timeoutMs);
  const answer = await fetch(endpoint, { method: 'POST', headers, body, signal }).catch(() =>
    refuse('busy'),
  );
  // A key that KMS will not open is for the operator to see; a KMS that does not answer is for coming again.
  if (answer.status >= 500) return refuse('busy');
  if (!answer.ok) throw new Error(`KMS refused a field key: ${answer.status}`);
  const { Plaintext = '' } = (await answer.json()) as { Plaintext?: string };
  return Buffer.from(Plaintext, 'base64');
}

function endpointOf(region: string): URL {
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return new URL(localOnly('KMS_ENDPOINT') ?? `https://kms.${region}.${domain}/`);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: Buffer | string, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/** The headers of a request signed by AWS Signature Version 4. */
function signed(host: string, body: string, at: Date): Record<string, string> {
  const time = at.toISOString().replace(/[-:]|\.\d+/g, '');
  const token = process.env.AWS_SESSION_TOKEN;
  const headers: Record<string, string> = {
    'content-type': 'application/x-amz-json-1.1',
    host,
    'x-amz-date': time,
    ...(token && { 'x-amz-security-token': token }),
    'x-amz-target': 'TrentService.Decrypt',
  };
  const names = Object.keys(headers).sort();
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
  const request = ['POST', '/', '', lines, names.join(';'), sha256(body)].join('\n');
  const scope = `${time.slice(0, 8)}/${required('AWS_REGION')}/kms/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(request)].join('\n');
  const key = scope
    .split('/')
    .reduce<Buffer | string>(hmac, `AWS4${required('AWS_SECRET_ACCESS_KEY')}`);
  const signature = hmac(key, text).toString('hex');
  const credential = `Credential=${required('AWS_ACCESS_KEY_ID')}/${scope}`;
  const { host: _, ...sent } = headers;
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
  };
}
