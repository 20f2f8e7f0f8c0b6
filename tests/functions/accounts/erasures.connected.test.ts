import { createHmac } from 'node:crypto';
import { dayMs, minuteMs, monthOf } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, newcomer, organisation, place, volunteer } from '../../support/given';
import { desk, mergeAsked } from '../../support/given-recoveries';
import { expectBalanced } from '../../support/given-rewards';
import { identityNumber } from '../../support/identity';
import type { Item } from '../../support/items';
import { allItems, itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';
import { signUp } from '../../support/sign-up';

/**
 * The proof that a deletion deletes: values that stand nowhere else are planted through the API in every field that a
 * person can type; afterwards the whole table and the files are searched for each of them.
 */
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const version = '2026-11-1';
const sweep = () =>
  (
    require('../../../functions/accounts/erasures') as typeof import('../../../functions/accounts/erasures')
  ).runErasures({ now: cloud.now() });

/** Asks, lets the seven days pass, and runs the clock until both steps are done. */
async function deleted(who: Person): Promise<void> {
  await who.ask('POST /me/deletion', { understood: true, sure: true });
  await elapsed();
}
async function elapsed(): Promise<void> {
  cloud.setTime(cloud.now() + 7 * dayMs + minuteMs);
  await sweep();
  cloud.setTime(cloud.now() + 16 * minuteMs);
  await sweep();
  await cloud.drain();
}

/** A value as it might lie in a row: as it is, in base64, in hex, and as the mark of a way in under any kind. */
function formsOf(value: string): string[] {
  const bytes = Buffer.from(value);
  const pepper = Buffer.from((process.env.WAY_PEPPERS ?? '').slice(2), 'base64');
  const marks = ['weapp', 'phone', 'identity', 'sms'].map((kind) =>
    createHmac('sha256', pepper).update(`${kind}\n${value}`).digest('base64url').slice(0, 32),
  );
  const encoded = (['base64', 'base64url', 'hex'] as const).map((it) =>
    bytes.toString(it).replace(/=+$/, ''),
  );
  return [value, ...encoded, ...marks];
}

const found = (text: string, canaries: Record<string, string>) =>
  Object.entries(canaries).flatMap(([name, value]) =>
    formsOf(value).some((form) => text.includes(form)) ? [name] : [],
  );

const canaries = {
  name: '金丝雀氏',
  masked: '金**氏',
  phone: '18877771234',
  openid: 'canary-openid-51f2c8',
  identity: identityNumber('19930421'),
  emergencyName: '紧急金丝雀',
  emergencyPhone: '18877772345',
  complaint: '我住在香港中路六十六号',
};

type Keys = typeof import('../../../functions/keys');
type Indexes = typeof import('../../../functions/indexes');

/** A volunteer of many parts: each of the canaries is in the table somewhere. */
async function planted(organiser: Person, organisationId: string): Promise<Person> {
  const who = await newcomer(cloud, canaries.openid);
  await who.ask('POST /me', {
    ...{ name: canaries.name, district: '370202', birthMonth: '199304', consent: true },
    phoneCode: cloud.wechat.issuePhoneCode(canaries.phone),
  });
  await who.ask('PUT /me/consents', { purpose: 'emergency_contact', given: true, version });
  await who.ask('PUT /me', {
    ...{ name: canaries.name, district: '370202', skills: ['law'], wishes: ['elders'] },
    emergencyContact: {
      ...{ name: canaries.emergencyName, phoneNumber: canaries.emergencyPhone },
      relation: 'friend',
    },
  });
  await who.ask('POST /me/real-name', {
    ...{ name: canaries.name, identityNumber: canaries.identity, consentVersion: version },
    loginCode: cloud.wechat.issueLoginCode(canaries.openid),
    realNameCode: cloud.wechat.issueRealNameCode(canaries.openid, {
      name: canaries.name,
      identityNumber: canaries.identity,
    }),
  });
  const { memberKey } = require('../../../functions/keys') as Keys;
  const { membershipsIndex, pastMembershipsIndex } =
    require('../../../functions/indexes') as Indexes;
  await putAll([
    {
      ...memberKey(organisationId, who.volunteerId),
      ...{ organisationId, volunteerId: who.volunteerId, roles: ['member'], version: 1, since: 0 },
      ...{ organisationName: '志愿服务队', maskedName: canaries.masked, state: 'active' },
      ...{ gx1pk: membershipsIndex(who.volunteerId), gx1sk: `O#${organisationId}` },
    },
  ]);
  // A team that was left long ago remembers a masked name, too.
  await putAll([
    {
      ...memberKey('0000000000ee', who.volunteerId),
      ...{ organisationId: '0000000000ee', volunteerId: who.volunteerId, roles: [], version: 1 },
      ...{ organisationName: '从前的队', maskedName: canaries.masked, state: 'left', since: 0 },
      ...{ gx1pk: pastMembershipsIndex(who.volunteerId), gx1sk: 'O#0000000000ee' },
    },
  ]);
  const { activityId, shiftId, startsAt, endsAt } = await activity(cloud, {
    organiser,
    organisationId,
  });
  await who.ask('POST /complaints', {
    ...{ requestId: newRequestId(), subject: { kind: 'activity', id: activityId } },
    ...{ reason: 'other', text: canaries.complaint },
  });
  cloud.setTime(startsAt);
  const location = { latitude: place.latitude, longitude: place.longitude, accuracyMeters: 10 };
  for (const [kind, at] of [
    ['checkin', startsAt],
    ['checkout', endsAt],
  ] as const) {
    cloud.setTime(at);
    const { token } = await codeShown(organiser, shiftId, { kind });
    await who.ask('POST /checkins', { scanId: newRequestId(), token, location });
  }
  const upcoming = { organiser, organisationId, startsAt: cloud.now() + 30 * dayMs };
  const later = await activity(cloud, upcoming);
  await signUp(who, later.shiftId);
  await who.ask('POST /me/exports', { requestId: newRequestId() });
  await cloud.drain();
  return who;
}

const isLedger = ({ sk }: Item): boolean => /^(#W|H#|L#)/.test(sk);

test('canaries in every field → after the deletion in no row and no file; the ledger is what it was', async () => {
  const organiser = await volunteer(cloud, '王组织');
  const organisationId = await organisation([[organiser, 'organiser', 'admin']]);
  const who = await planted(organiser, organisationId);
  const { export: taken } = await who.ask('GET /me/exports', {});
  const before = await allItems();
  // Sealed and hashed values cannot be seen in the clear before either; the others are there to be lost.
  expect(found(JSON.stringify(before), canaries).sort()).toEqual(
    ['complaint', 'identity', 'masked', 'name', 'openid', 'phone'].sort(),
  );
  expect(found(await (await fetch(taken?.url ?? '')).text(), canaries)).toContain('phone');
  const ledger = before.filter((it) => it.pk === `V#${who.volunteerId}` && isLedger(it));
  expect(ledger.map(({ sk }) => sk.slice(0, 2)).sort()).toEqual(['#W', 'H#', 'L#']);

  await deleted(who);

  const after = await allItems();
  expect(found(JSON.stringify(after), canaries)).toEqual([]);
  const files =
    require('../../../functions/platform/files') as typeof import('../../../functions/platform/files');
  const key = before.find((it) => it.sk === '#X' && it.volunteerId === who.volunteerId)?.fileKey;
  expect((await files.getFile(String(key)))?.toString()).toBe('{}');
  expect(after.filter((it) => it.pk === `V#${who.volunteerId}` && isLedger(it))).toEqual(ledger);
  expect(
    after.filter((it) => it.pk.startsWith('I#') && it.volunteerId === who.volunteerId),
  ).toEqual([]);
  await expectBalanced();

  const rows = await itemsOf(`V#${who.volunteerId}`);
  const records = rows.filter(({ sk }) => sk.startsWith('R#'));
  expect(records.map(({ state, maskedName, salt }) => [state, maskedName, salt]).sort()).toEqual([
    ['credited', '已注销', ''],
    ['withdrawn', '已注销', ''],
  ]);
  for (const record of records) expect(record).not.toHaveProperty('inEvidence');
  expect(records.find(({ state }) => state === 'credited')).toMatchObject({ creditedMinutes: 120 });
  const roster = await organiser.ask('GET /shifts/{shiftId}/roster', {
    shiftId: String(records.find(({ state }) => state === 'credited')?.shiftId),
  });
  expect(JSON.stringify(roster)).not.toContain('金');
});

test('afterwards → the old sessions are over, and the same WeChat is somebody new with nothing', async () => {
  const who = await volunteer(cloud);
  await deleted(who);
  const refresh = await cloud.call('POST /sessions/refresh', {
    refreshToken: who.session.refreshToken,
  });
  expect(refresh).toMatchObject({ status: 401 });
  const again = await newcomer(cloud, who.openid);
  expect(again.volunteerId).not.toBe(who.volunteerId);
  expect(await again.ask('GET /me', {})).toMatchObject({ minutes: 0, points: 0 });
});

test('between the steps → nobody can sign in any more, the rest waits until no token lives', async () => {
  const who = await volunteer(cloud);
  await who.ask('POST /me/deletion', { understood: true, sure: true });
  cloud.setTime(Date.now() + 7 * dayMs + minuteMs);
  await who.ask('GET /me', {});
  await sweep();
  const late = await who.call('DELETE /me/deletion', {});
  expect(late).toMatchObject({ status: 401, body: { code: 'session_expired' } });
  await sweep();
  const rows = await itemsOf(`V#${who.volunteerId}`);
  expect(rows.find(({ sk }) => sk === '#P')).toMatchObject({ name: '李雷' });
});

test('two runs at once, and another afterwards → erased once, noted once in the journal', async () => {
  const who = await volunteer(cloud);
  await who.ask('POST /me/deletion', { understood: true, sure: true });
  cloud.setTime(Date.now() + 7 * dayMs + minuteMs);
  await Promise.all([sweep(), sweep()]);
  cloud.setTime(cloud.now() + 16 * minuteMs);
  await Promise.all([sweep(), sweep()]);
  await sweep();
  const rows = await itemsOf(`V#${who.volunteerId}`);
  expect(rows.find(({ sk }) => sk === '#P')).toMatchObject({ name: '已注销' });
  const journal = (await allItems()).filter(
    ({ pk, sk }) => pk.startsWith('DJ#') && sk === who.volunteerId,
  );
  expect(journal).toHaveLength(1);
});

test('what was merged into the account, also by way of another → is gone with it, and noted in the journal', async () => {
  const names = ['初号金丝雀', '次号金丝雀', '留下金丝雀'];
  const [first, second, last] = await Promise.all(names.map((name) => volunteer(cloud, name)));
  if (!first || !second || !last) throw new Error('three people');
  const above = await desk(cloud, first, second, last);
  const decide = 'POST /organisations/{organisationId}/recoveries/{recoveryId}/decision';
  for (const [keep, closing] of [
    [second, first],
    [last, second],
  ] as const) {
    const { recoveryId } = await mergeAsked({ ...above, keep, closing });
    const { organisationId } = above;
    await above.second.ask(decide, { organisationId, recoveryId, decision: 'confirm' });
  }
  await deleted(last);
  const after = await allItems();
  const left = Object.fromEntries(names.map((name) => [name, name]));
  expect(found(JSON.stringify(after), left)).toEqual([]);
  const profiles = [first, second, last].map(({ volunteerId }) =>
    after.find(({ pk, sk }) => pk === `V#${volunteerId}` && sk === '#P'),
  );
  for (const profile of profiles)
    expect(profile).toMatchObject({ name: '已注销', sealedPhone: '' });
  const journal = after.filter(({ pk }) => pk.startsWith('DJ#')).map(({ sk }) => sk);
  for (const { volunteerId } of [first, second, last]) expect(journal).toContain(volunteerId);
});

test('restored from before → the journal is read again, and the person is gone again', async () => {
  const who = await newcomer(cloud, 'canary-openid-restored');
  const phone = '18877775555';
  await who.ask('POST /me', {
    ...{ name: '归来金丝雀', district: '370202', birthMonth: '199304', consent: true },
    phoneCode: cloud.wechat.issuePhoneCode(phone),
  });
  const backup = (await allItems()).filter(
    (it) => it.pk === `V#${who.volunteerId}` || it.volunteerId === who.volunteerId,
  );
  await deleted(who);
  const lost = { name: '归来金丝雀', phone, openid: 'canary-openid-restored' };
  expect(found(JSON.stringify(await allItems()), lost)).toEqual([]);
  await putAll(backup);
  expect(found(JSON.stringify(await allItems()), lost)).not.toEqual([]);
  const { deletionsOf, replayDeletions } =
    require('../../../functions/accounts/replay') as typeof import('../../../functions/accounts/replay');
  const deletions = await deletionsOf([monthOf(cloud.now())]);
  expect(deletions.map(({ volunteerId }) => volunteerId)).toContain(who.volunteerId);
  await replayDeletions(deletions, cloud.now());
  expect(found(JSON.stringify(await allItems()), lost)).toEqual([]);
});
