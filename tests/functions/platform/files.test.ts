import {
  getFile,
  putFile,
  signedUrlMs,
  urlToGet,
  urlToPut,
} from '../../../functions/platform/files';
import { localAws } from '../../../local/dynamo';
import type { FileServer } from '../../../local/file-server';
import { localBucket, startFileServer } from '../../../local/file-server';

const key = 'uploads/lists/0123456789ab/file.csv';
const csv = { contentType: 'text/csv', bytes: 5 };
let files: FileServer;
let environment: NodeJS.ProcessEnv;

beforeEach(async () => {
  environment = { ...process.env };
  files = await startFileServer({ now: () => Date.now() + Number(process.env.CLOCK_OFFSET_MS) });
  Object.assign(process.env, localAws, {
    ...{ FILES_ENDPOINT: files.url, FILES_BUCKET: localBucket, CLOCK_OFFSET_MS: '0' },
  });
});
afterEach(async () => {
  await files.stop();
  process.env = environment;
});

const put = (url: string, body: string, type = 'text/csv') =>
  fetch(url, { method: 'PUT', body, headers: { 'content-type': type } });
const codeOf = async (answer: Response) =>
  `${answer.status} ${/<Code>(\w+)</.exec(await answer.text())?.[1]}`;

test('what is put is what is got, with its type, as a download under its name', async () => {
  await putFile('exports/0123456789ab/all.json', 'application/json', '{"姓名":"李雷"}');
  expect((await getFile('exports/0123456789ab/all.json'))?.toString()).toBe('{"姓名":"李雷"}');
  const { url } = await urlToGet('exports/0123456789ab/all.json', {
    fileName: '我的数据 (1).json',
  });
  const answer = await fetch(url);
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(answer.headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''%E6%88%91%E7%9A%84%E6%95%B0%E6%8D%AE%20%281%29.json",
  );
});

test('put twice → the second is what is got', async () => {
  await putFile(key, 'text/csv', 'one');
  await putFile(key, 'text/csv', new TextEncoder().encode('two'));
  expect((await getFile(key))?.toString()).toBe('two');
});

test('nothing was put → undefined', async () => {
  expect(await getFile(key)).toBeUndefined();
});

describe('a URL to put', () => {
  test('takes what it was signed for, also again', async () => {
    const { url } = await urlToPut(key, csv);
    expect((await put(url, 'a,b,c')).status).toBe(200);
    expect((await put(url, 'c,b,a')).status).toBe(200);
    expect((await getFile(key))?.toString()).toBe('c,b,a');
  });

  test.each([
    ['another length', (url: string) => put(url, 'a,b,c,d')],
    ['another type', (url: string) => put(url, 'a,b,c', 'text/html')],
    ['another method', (url: string) => fetch(url)],
    ['another key', (url: string) => put(url.replace('/file.csv', '/other.csv'), 'a,b,c')],
    ['a longer life', (url: string) => put(url.replace('Expires=600', 'Expires=6000'), 'a,b,c')],
    ['a forged signature', (url: string) => put(url.replace(/.{4}$/, '0000'), 'a,b,c')],
  ])('%s → 403 and nothing is kept', async (_, send) => {
    const { url } = await urlToPut(key, csv);
    expect(await codeOf(await send(url))).toBe('403 SignatureDoesNotMatch');
    expect(await getFile(key)).toBeUndefined();
  });

  test('its ten minutes are over → 403', async () => {
    const { url } = await urlToPut(key, csv);
    process.env.CLOCK_OFFSET_MS = String(signedUrlMs + 1_000);
    expect(await codeOf(await put(url, 'a,b,c'))).toBe('403 AccessDenied');
  });

  test('more than 10 MB → not signed', async () => {
    const bytes = 10 * 1024 * 1024 + 1;
    await expect(urlToPut(key, { ...csv, bytes })).rejects.toMatchObject({
      code: 'request_too_large',
    });
  });

  test.each(['../secrets.json', 'uploads/../x', 'uploads', '/uploads/x', 'uploads/x y', 'Ä/x'])(
    '%s is no key',
    async (bad) => {
      await expect(urlToPut(bad, csv)).rejects.toThrow('not a key');
    },
  );
});

test('larger than the reader takes → request_too_large', async () => {
  await putFile(key, 'text/csv', 'a'.repeat(101));
  expect((await getFile(key, 101))?.length).toBe(101);
  await expect(getFile(key, 100)).rejects.toMatchObject({ code: 'request_too_large' });
});

test.each([{ status: 503 }, { status: 500 }, {}])(
  'the files do not answer (%j) → files_unavailable, and the next time is well',
  async (failure) => {
    files.fail({ ...failure, times: 2 });
    const unavailable = { code: 'files_unavailable' };
    await expect(putFile(key, 'text/csv', 'a')).rejects.toMatchObject(unavailable);
    await expect(getFile(key)).rejects.toMatchObject(unavailable);
    await putFile(key, 'text/csv', 'a');
  },
);

test('in the cloud → the bucket’s own host in its region; the local endpoint is refused', async () => {
  delete process.env.FILES_ENDPOINT;
  process.env.AWS_SESSION_TOKEN = 'lambda/s token';
  const hosts = [];
  for (const region of ['cn-north-1', 'eu-central-1']) {
    process.env.AWS_REGION = region;
    const { searchParams, origin } = new URL((await urlToGet(key)).url);
    expect(searchParams.get('X-Amz-Security-Token')).toBe('lambda/s token');
    hosts.push(origin);
  }
  expect(hosts).toEqual([
    'https://local-files.s3.cn-north-1.amazonaws.com.cn',
    'https://local-files.s3.eu-central-1.amazonaws.com',
  ]);
  Object.assign(process.env, { FILES_ENDPOINT: files.url, AWS_LAMBDA_RUNTIME_API: 'here' });
  await expect(urlToGet(key)).rejects.toThrow('refused in a deployed stage');
});
