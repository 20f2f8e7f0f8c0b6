import { verifySigned } from '../../local/file-signature';

/** The example of S3's documentation, "Authenticating requests: using query parameters". */
const keys = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const documented =
  'https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256' +
  '&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request' +
  '&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host' +
  '&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404';
const signedAt = Date.UTC(2013, 4, 24);
const verify = (url: string, { now = signedAt, method = 'GET', host = '' } = {}) =>
  verifySigned(
    { method, url: new URL(url), headers: { host: host || new URL(url).host } },
    keys,
    now,
  );

test('the documented example → good, to its last second', () => {
  expect(verify(documented)).toBe('good');
  expect(verify(documented, { now: signedAt + 86_400_000 })).toBe('good');
});

test.each([
  ['no signature', documented.replace(/&X-Amz-Signature.*/, ''), {}, 'AccessDenied'],
  ['expired', documented, { now: signedAt + 86_400_001 }, 'AccessDenied'],
  ['signed in the future', documented, { now: signedAt - 900_001 }, 'AccessDenied'],
  ['another method', documented, { method: 'PUT' }, 'SignatureDoesNotMatch'],
  ['another host', documented, { host: 'evil.example' }, 'SignatureDoesNotMatch'],
  ['another file', documented.replace('test.txt', 'x.txt'), {}, 'SignatureDoesNotMatch'],
  ['one more parameter', `${documented}&x=1`, {}, 'SignatureDoesNotMatch'],
  ['a longer life', documented.replace('86400', '86401'), {}, 'SignatureDoesNotMatch'],
  ['another key', documented.replace('EXAMPLE%2F', 'OTHER%2F'), {}, 'InvalidAccessKeyId'],
  [
    'longer than a week',
    documented.replace('86400', '604801'),
    {},
    'AuthorizationQueryParametersError',
  ],
  [
    'another service',
    documented.replace('%2Fs3%2F', '%2Fsqs%2F'),
    {},
    'AuthorizationQueryParametersError',
  ],
  ['no date', documented.replace('20130524T000000Z', 'x'), {}, 'AuthorizationQueryParametersError'],
] as const)('%s → %s', (_, url, more, verdict) => {
  expect(verify(url, more)).toBe(verdict);
});
