import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { minuteMs } from '#shared/time';
import type { Cloud } from '../../local/cloud';
import { startCloud } from '../../local/cloud';
import { phoneMaker } from '../../local/phone';
import { handlerOf } from '../support/cloud';

process.env.LOG_LEVEL = 'silent';
const sources = { handlerOf: async (name: string) => handlerOf(name) };
const clouds: Cloud[] = [];
// The handlers keep their client of the table for the life of a process; each cloud here gets handlers of its own.
beforeEach(() => jest.resetModules());
afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.stop();
});

async function start(folder?: string): Promise<Cloud> {
  const cloud = await startCloud({ seed: 'small', ...sources, ...(folder && { folder }) });
  clouds.push(cloud);
  return cloud;
}

async function ask(cloud: Cloud, at: string, body?: object) {
  const init = body && { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(cloud.url + at, init);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

test('whom one can be → signs in as that person; the openid is not told', async () => {
  const cloud = await start();
  const { body } = await ask(cloud, '/local/people');
  const people = body.people as Record<string, unknown>[];
  expect(people.find(({ key }) => key === 'organiser')).toEqual({
    key: 'organiser',
    name: expect.any(String),
    note: expect.any(String),
    roles: expect.arrayContaining(['organiser']),
  });
  const { body: login } = await ask(cloud, '/local/login-code', { person: 'organiser' });
  const phone = (await phoneMaker(cloud.url))();
  phone.keep(await phone.call('POST /sessions', { code: String(login.code) }));
  const { memberships } = await phone.call('GET /me/memberships', {});
  expect(memberships.flatMap(({ roles }) => roles)).toContain('organiser');
});

test('what cannot be meant → 400', async () => {
  const cloud = await start();
  for (const [at, body] of [
    ['/local/login-code', {}],
    ['/local/login-code', { person: '../x' }],
    ['/local/phone-code', { phoneNumber: '123' }],
    ['/local/forward', { minutes: 0 }],
    ['/local/forward', { minutes: 2_881 }],
    ['/local/forward', { minutes: 'long' }],
  ] as const) {
    expect((await ask(cloud, at, body)).status).toBe(400);
  }
});

test('the time is moved → answers tell the new one, and the phone renews its session by itself', async () => {
  const cloud = await start();
  const phone = (await phoneMaker(cloud.url))();
  const code = cloud.wechat.issueLoginCode('demo-volunteer');
  phone.keep(await phone.call('POST /sessions', { code }));
  const before = await phone.call('GET /me', {});
  const { body } = await ask(cloud, '/local/forward', { minutes: 30 });
  expect(body.offsetMinutes).toBe(30);
  const after = await phone.call('GET /me', {});
  expect(after.volunteerId).toBe(before.volunteerId);
  expect(after.now - before.now).toBeGreaterThanOrEqual(30 * minuteMs);
  expect(cloud.dead).toEqual([]);
});

test('stopped and started again on its folder → the same people, data and time, seeded once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'cloud-'));
  const idOf = async (cloud: Cloud) => {
    const phone = (await phoneMaker(cloud.url))();
    const code = cloud.wechat.issueLoginCode('demo-volunteer');
    return (await phone.call('POST /sessions', { code })).volunteerId;
  };
  const first = await start(folder);
  const id = await idOf(first);
  await first.forward(60);
  await clouds.pop()?.stop();
  jest.resetModules();
  const second = await start(folder);
  expect(await idOf(second)).toBe(id);
  expect(second.people).toEqual(first.people);
  expect(second.seededAt).toBe(first.seededAt);
  expect(Math.abs(second.now() - Date.now() - 60 * minuteMs)).toBeLessThan(50);
  await expect(startCloud({ seed: 'small', ...sources, folder })).rejects.toThrow(second.url);
});
