import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { putFile, urlToGet, urlToPut } from '../../functions/platform/files';
import { localAws } from '../../local/dynamo';
import type { FileServer } from '../../local/file-server';
import { localBucket, startFileServer } from '../../local/file-server';

const folder = mkdtempSync(path.join(os.tmpdir(), 'volunteer-cloud-files-'));
let files: FileServer;
const start = async () => {
  files = await startFileServer({ folder });
  Object.assign(process.env, localAws, { FILES_ENDPOINT: files.url, FILES_BUCKET: localBucket });
};
beforeEach(start);
afterEach(() => files.stop());
afterAll(() => rmSync(folder, { recursive: true }));

test('kept in a folder → still there after a restart', async () => {
  await putFile('exports/a/b.csv', 'text/csv', '姓名');
  await files.stop();
  await start();
  const answer = await fetch((await urlToGet('exports/a/b.csv')).url);
  expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['text/csv', '姓名']);
});

test('not signed, the folder itself, another bucket → 403; a missing file → 404', async () => {
  const { url } = await urlToGet('exports/none/b.csv');
  expect((await fetch(url)).status).toBe(404);
  for (const at of ['/', `/${localBucket}/`, `/${localBucket}/exports/a/b.csv`, '/other/a/b']) {
    expect((await fetch(files.url + at)).status).toBe(403);
  }
});

test('a browser of any origin may send: preflight and answer say so', async () => {
  const { url } = await urlToPut('uploads/a/c.csv', { contentType: 'text/csv', bytes: 1 });
  const preflight = await fetch(url, { method: 'OPTIONS' });
  expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT');
  const answer = await fetch(url, {
    ...{ method: 'PUT', body: 'x', headers: { 'content-type': 'text/csv' } },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
});
