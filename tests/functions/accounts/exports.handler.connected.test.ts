import { dayMs, minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { activity, newcomer, organisation, served, volunteer } from '../../support/given';
import { itemsOf } from '../../support/items';
import { deliverAgain } from '../../support/redelivery';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const refused = (status: number, code: string) => ({ status, body: { code } });
const asked = () => ({ requestId: newRequestId() });
const fileAt = async (url = '') => {
  const answer = await fetch(url);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

test('everything about me → one file, my data in the clear, nobody else’s', async () => {
  const organiser = await volunteer(cloud, '王组织');
  const who = await volunteer(cloud, '韩梅梅');
  const organisationId = await organisation([
    [organiser, 'organiser'],
    [who, 'member'],
  ]);
  const { shiftId } = await activity(cloud, { organiser, organisationId, title: '海边清洁' });
  await served(cloud, who, organiser, shiftId);
  await who.ask('PUT /me/consents', {
    purpose: 'emergency_contact',
    given: true,
    version: '2026-11-1',
  });
  const emergencyContact = {
    name: '李雷',
    phoneNumber: '13611112222',
    relation: 'friend',
  } as const;
  await who.ask('PUT /me', {
    name: '韩梅梅',
    district: '370202',
    skills: ['law'],
    emergencyContact,
  });

  const first = await who.ask('POST /me/exports', asked());
  expect(first).toMatchObject({ export: { state: 'collecting', rows: 0 }, leftToday: 2 });
  expect(first.export).not.toHaveProperty('url');
  await cloud.drain();
  const { export: done } = await who.ask('GET /me/exports', {});
  expect(done).toMatchObject({ state: 'ready', rows: expect.any(Number) });
  expect((done?.urlExpiresAt ?? 0) - cloud.now()).toBeLessThanOrEqual(10 * minuteMs);

  const { status, text, headers } = await fileAt(done?.url);
  expect(status).toBe(200);
  expect(headers.get('content-disposition')).toContain('attachment');
  const file = JSON.parse(text);
  expect(file).toMatchObject({
    volunteerId: who.volunteerId,
    profile: {
      ...{ name: '韩梅梅', district: '370202', birthMonth: '199003', skills: ['law'] },
      ...{ phone: expect.stringMatching(/^138\d{8}$/), emergencyContact },
    },
    wallet: { minutes: 120 },
    waysIn: [{ kind: 'weapp', since: expect.any(Number) }],
    memberships: [{ organisationId, state: 'active' }],
    records: [{ title: '海边清洁', state: 'credited', creditedMinutes: 120 }],
    hours: [{ creditedMinutes: 120, grade: 'C' }],
    points: [{ amount: 20 }],
    consents: [{ purpose: 'registration' }, { purpose: 'emergency_contact' }],
  });
  expect(text).not.toMatch(/sealed|"salt"|"pk"|gx1/);
  expect(text).not.toContain(organiser.volunteerId);
  // The link is good for ten minutes; a new look gives a new one.
  cloud.setTime(cloud.now() + 11 * minuteMs);
  expect((await fileAt(done?.url)).status).toBe(403);
  const again = await who.ask('GET /me/exports', {});
  expect((await fileAt(again.export?.url)).status).toBe(200);
});

test('done → told once, whatever is delivered again', async () => {
  const who = await volunteer(cloud);
  await who.ask('POST /me/exports', asked());
  await cloud.drain();
  const { dead } = await deliverAgain();
  expect(dead).toEqual([]);
  const notices = (await itemsOf(`V#${who.volunteerId}`)).filter(({ sk }) => sk.startsWith('N#'));
  expect(notices.filter(({ kind }) => kind === 'job')).toHaveLength(1);
  expect((await who.ask('GET /me/exports', {})).export).toMatchObject({ state: 'ready' });
});

test('the same request again → the same export; three a day, then the next day', async () => {
  const who = await volunteer(cloud);
  const request = asked();
  const { export: first } = await who.ask('POST /me/exports', request);
  expect((await who.ask('POST /me/exports', request)).export.exportId).toBe(first.exportId);
  // While one is collected there is no second.
  expect((await who.ask('POST /me/exports', asked())).export.exportId).toBe(first.exportId);
  for (const left of [1, 0]) {
    await cloud.drain();
    expect(await who.ask('POST /me/exports', asked())).toMatchObject({ leftToday: left });
  }
  await cloud.drain();
  expect(await who.call('POST /me/exports', asked())).toMatchObject(refused(429, 'exports_spent'));
  cloud.setTime(Date.now() + dayMs);
  expect(await who.ask('POST /me/exports', asked())).toMatchObject({ leftToday: 2 });
});

test('nothing asked for, not registered', async () => {
  const who = await volunteer(cloud);
  expect(await who.ask('GET /me/exports', {})).toEqual({ leftToday: 3 });
  const guest = await newcomer(cloud);
  expect(await guest.call('POST /me/exports', asked())).toMatchObject(
    refused(403, 'not_registered'),
  );
});

test('the files do not answer → collected at the next delivery', async () => {
  const who = await volunteer(cloud);
  cloud.files.fail({ status: 503 });
  await who.ask('POST /me/exports', asked());
  await cloud.drain();
  expect((await who.ask('GET /me/exports', {})).export).toMatchObject({ state: 'ready' });
});
