import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { dayOf } from '#shared/time';
import type { Cloud } from '../../local/cloud';
import { startCloud } from '../../local/cloud';
import { freePort } from '../../local/ports';
import { handlerOf } from '../support/cloud';
import { root } from '../support/tree';

/**
 * The same serverless.yml and the same bundles under somebody else's server: what serverless-offline answers is what
 * our own gateway answers, so that ours is no dialect.
 */
let cloud: Cloud;
let offline: ChildProcess;
let offlineUrl: string;
let printed = '';

beforeAll(async () => {
  process.env.LOG_LEVEL = 'silent';
  cloud = await startCloud({ seed: 'small', handlerOf: async (name) => handlerOf(name) });
  const [httpPort, lambdaPort] = [await freePort(), await freePort()];
  offlineUrl = `http://127.0.0.1:${httpPort}`;
  const script = path.join(root, 'node_modules/serverless/bin/serverless.js');
  const ports = [
    '--host',
    '127.0.0.1',
    '--httpPort',
    `${httpPort}`,
    '--lambdaPort',
    `${lambdaPort}`,
  ];
  // Jest keeps its own copy of the environment, which a child does not get by itself.
  const env = { ...process.env, LOG_LEVEL: '' };
  offline = spawn(process.execPath, [script, 'offline', ...ports], { cwd: root, env });
  offline.stdout?.on('data', (chunk) => {
    printed += chunk;
  });
  offline.stderr?.on('data', (chunk) => {
    printed += chunk;
  });
  await listening();
}, 120_000);

afterAll(async () => {
  if (offline?.exitCode === null) {
    const ended = new Promise((resolve) => offline.once('exit', resolve));
    offline.kill('SIGKILL');
    await ended;
  }
  await cloud?.stop();
});

async function listening(): Promise<void> {
  for (const until = Date.now() + 90_000; Date.now() < until; ) {
    if (offline.exitCode !== null) break;
    const answer = await fetch(offlineUrl).catch(() => undefined);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`serverless offline did not start:\n${printed}`);
}

type Answered = { status: number; body: Record<string, unknown> };

async function ask(url: string, at: string, init?: RequestInit): Promise<Answered> {
  const answer = await fetch(url + at, init);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** What differs between two answers to the same question: time, request number, the order of a cursor's parts. */
const settled = ({ status, body: { now: _, requestId: __, cursor, ...body } }: Answered) => ({
  status,
  body,
  more: cursor !== undefined,
});

async function signedIn(url: string): Promise<Answered> {
  const code = cloud.wechat.issueLoginCode('demo-volunteer');
  return ask(url, '/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
}

test('POST with a body, GET with a header, GET with path and query → the same answers', async () => {
  const theirs = await signedIn(offlineUrl);
  const ours = await signedIn(cloud.url);
  if (theirs.status !== 200) throw new Error(printed);
  expect(Object.keys(theirs.body)).toEqual(Object.keys(ours.body));
  expect(theirs.body.volunteerId).toBe(ours.body.volunteerId);

  const headers = { authorization: `Bearer ${theirs.body.accessToken}` };
  const asked = [
    '/me',
    `/activities?district=370202&day=${dayOf(cloud.now())}&limit=3`,
    '/me/points?limit=2',
    '/activities/000000000000',
    '/activities/not-an-id',
  ];
  const statuses: number[] = [];
  for (const at of asked) {
    const [one, other] = [
      await ask(offlineUrl, at, { headers }),
      await ask(cloud.url, at, { headers }),
    ];
    expect(settled(one)).toEqual(settled(other));
    statuses.push(one.status);
  }
  expect(statuses).toEqual([200, 200, 200, 404, 400]);
}, 60_000);
