import type { Session } from '#shared/sessions';
import { dayMs, minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, newcomer, organisation, served, volunteer } from '../../support/given';
import { desk, deskCode, freshPhone, mergeAsked } from '../../support/given-recoveries';
import { allItems, itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';
import { signUp, termsOf, trySignUp } from '../../support/sign-up';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const route = 'POST /organisations/{organisationId}/recoveries/{recoveryId}/decision';
const fails = (status: number, code: string) => ({ status, body: { code } });
const closed = fails(409, 'account_closed');
type Open = { organisationId: string; recoveryId: string };
const confirm = (who: Person, { organisationId, recoveryId }: Open) =>
  who.call(route, { organisationId, recoveryId, decision: 'confirm' });
const refused = (who: Person, { organisationId, recoveryId }: Open) =>
  who.call(route, { organisationId, recoveryId, decision: 'refuse', why: '证件不符' });
const refresh = ({ session }: Person) =>
  cloud.call('POST /sessions/refresh', { refreshToken: session.refreshToken });
const wayCount = async ({ volunteerId }: Person) =>
  (await allItems()).filter((one) => one.sk === '#I' && one.volunteerId === volunteerId).length;
const actionsOf = async (organisationId: string) =>
  (await itemsOf(`O#${organisationId}`)).flatMap(({ action }) => (action ? [action] : []));

const erasures = () =>
  require('../../../functions/accounts/erasures') as typeof import('../../../functions/accounts/erasures');

async function recoverAsked(person: Person) {
  const { organisationId, ...staff } = await desk(cloud, person);
  const phone = freshPhone();
  const code = await deskCode(cloud, phone);
  const { recoveryId } = await staff.opener.ask('POST /organisations/{organisationId}/recoveries', {
    ...{ organisationId, requestId: newRequestId(), kind: 'recover', why: '手机丢了' },
    ...{ volunteerId: person.volunteerId, phone, code },
  });
  return { organisationId, recoveryId, phone, ...staff };
}

async function mergeOpen(keep: Person, closing: Person) {
  const { organisationId, ...staff } = await desk(cloud, keep, closing);
  const { recoveryId } = await mergeAsked({ ...staff, organisationId, keep, closing });
  return { organisationId, recoveryId, ...staff };
}

/** Somebody with two hours and the points for them. */
async function servant(): Promise<Person> {
  const [person, organiser] = [await volunteer(cloud), await newcomer(cloud)];
  const organisationId = await organisation([[organiser, 'organiser']]);
  const { shiftId } = await activity(cloud, { organiser, organisationId });
  await served(cloud, person, organiser, shiftId);
  cloud.setTime(cloud.now() + minuteMs);
  return person;
}

async function bySms(phone: string): Promise<Session> {
  cloud.setTime(cloud.now() + 2 * minuteMs);
  await cloud.call('POST /sms-codes', { phone, purpose: 'sign_in', requestId: newRequestId() });
  const code = cloud.sms.messages.findLast((one) => one.phone === phone)?.code ?? '';
  const proof = { phone, code, requestId: newRequestId() };
  return (await cloud.call('POST /sessions/by-phone', proof)).body as Session;
}

describe('a new phone', () => {
  test('confirmed by a second admin → the way in; all sessions end; audit and notice', async () => {
    const person = await volunteer(cloud);
    const open = await recoverAsked(person);
    expect(await confirm(open.second, open)).toMatchObject({
      status: 200,
      body: { state: 'done' },
    });
    expect((await refresh(person)).status).toBe(401);
    expect((await bySms(open.phone)).volunteerId).toBe(person.volunteerId);
    expect(await actionsOf(open.organisationId)).toEqual(['recovery_opened', 'account_recovered']);
    const rows = await itemsOf(`V#${person.volunteerId}`);
    expect(rows.filter(({ sk }) => sk.startsWith('N#'))).toHaveLength(2);
    expect(await confirm(open.second, open)).toMatchObject({ status: 200 });
    expect(await actionsOf(open.organisationId)).toHaveLength(2);
  });

  test('by an auditor, too; never by who opened it, nor by the person, nor by a member', async () => {
    const person = await volunteer(cloud);
    const open = await recoverAsked(person);
    expect(await confirm(open.opener, open)).toMatchObject(fails(403, 'not_to_oneself'));
    expect(await confirm(person, open)).toMatchObject(fails(403, 'not_allowed'));
    expect(await confirm(open.auditor, open)).toMatchObject({ status: 200 });
  });

  test('refused with a reason → nothing changes, and it cannot be confirmed any more', async () => {
    const person = await volunteer(cloud);
    const open = await recoverAsked(person);
    expect(await refused(open.second, open)).toMatchObject({
      ...{ status: 200, body: { state: 'refused', refusedWhy: '证件不符' } },
    });
    expect(await confirm(open.auditor, open)).toMatchObject(fails(409, 'recovery_closed'));
    expect((await refresh(person)).status).toBe(200);
    expect(await actionsOf(open.organisationId)).toEqual(['recovery_opened', 'recovery_refused']);
  });

  test('seven days later → over', async () => {
    const open = await recoverAsked(await volunteer(cloud));
    cloud.setTime(cloud.now() + 7 * dayMs);
    expect(await confirm(open.second, open)).toMatchObject(fails(409, 'recovery_closed'));
  });

  test('the number became another registered volunteer’s meanwhile → phone_taken, still open', async () => {
    const open = await recoverAsked(await volunteer(cloud));
    const other = await bySms(open.phone);
    const registration = {
      ...{ name: '李雷', district: '370202' as const, birthMonth: '199001' },
      ...{ phoneNumber: open.phone, consent: true as const },
    };
    await cloud.call('POST /me', registration, other.accessToken);
    expect(await confirm(open.second, open)).toMatchObject(fails(409, 'phone_taken'));
    expect(await refused(open.second, open)).toMatchObject({ status: 200 });
  });

  test('the person became staff elsewhere meanwhile → not confirmed by this desk any more', async () => {
    const person = await volunteer(cloud);
    const open = await recoverAsked(person);
    await organisation([[person, 'admin']]);
    expect(await confirm(open.second, open)).toMatchObject(fails(403, 'not_allowed'));
    expect((await refresh(person)).status).toBe(200);
    expect(await refused(open.second, open)).toMatchObject({ status: 200 });
  });

  test('decided → the sealed number is in the request no more', async () => {
    for (const decide of [confirm, refused]) {
      const open = await recoverAsked(await volunteer(cloud));
      expect(await decide(open.second, open)).toMatchObject({ status: 200 });
      const rows = await itemsOf(`O#${open.organisationId}`);
      expect(rows.find(({ sk }) => sk.startsWith('RV#'))).not.toHaveProperty('sealedPhone');
    }
  });

  test('the account was closed for its deletion meanwhile → account_closed, and no way leads to it', async () => {
    const person = await volunteer(cloud);
    await person.ask('POST /me/deletion', { understood: true, sure: true });
    cloud.setTime(cloud.now() + 6 * dayMs);
    const open = await recoverAsked(person);
    cloud.setTime(cloud.now() + dayMs + minuteMs);
    await erasures().runErasures({ now: cloud.now() });
    expect(await confirm(open.second, open)).toMatchObject(closed);
    expect(await wayCount(person)).toBe(0);
  });

  test('two confirm and one refuses at once → one decision; the others are told', async () => {
    const open = await recoverAsked(await volunteer(cloud));
    const answers = await Promise.all([
      confirm(open.second, open),
      confirm(open.auditor, open),
      refused(open.opener, open),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await actionsOf(open.organisationId)).toHaveLength(2);
  });

  test("another organisation's admin, and an id that is none → 403, 404", async () => {
    const open = await recoverAsked(await volunteer(cloud));
    const other = await desk(cloud);
    expect(await confirm(other.opener, open)).toMatchObject(fails(403, 'not_allowed'));
    const none = { ...open, recoveryId: '00000000beef' };
    expect(await confirm(open.second, none)).toMatchObject(fails(404, 'not_found'));
  });
});

describe('two accounts of one person', () => {
  test('merged → the ways lead to the one, its book has the hours and points, nothing was edited', async () => {
    const [closing, keep] = [await servant(), await servant()];
    const open = await mergeOpen(keep, closing);
    const before = (await itemsOf(`V#${closing.volunteerId}`)).filter(({ sk }) =>
      /^[HL]#/.test(sk),
    );
    expect(before).toHaveLength(2);
    expect(await confirm(open.second, open)).toMatchObject({
      status: 200,
      body: { state: 'done' },
    });

    const again = await newcomer(cloud, closing.openid);
    expect(again.volunteerId).toBe(keep.volunteerId);
    expect(await again.ask('GET /me', {})).toMatchObject({ minutes: 240, points: 40 });
    const { entries } = await again.ask('GET /me/hours', {});
    expect(entries.map(({ title, creditedMinutes }) => [title, creditedMinutes])).toEqual([
      ['由本人的另一个账号并入', 120],
      ['海边清洁', 120],
    ]);
    const passbook = await again.ask('GET /me/points', {});
    expect(passbook.postings).toMatchObject([{ cause: 'merge', amount: 20, balance: 40 }, {}]);

    const after = await itemsOf(`V#${closing.volunteerId}`);
    for (const row of before) expect(after).toContainEqual(row);
    expect(after.find(({ sk }) => sk === '#W')).toMatchObject({ minutes: 0, byYear: {} });
    expect(after.find(({ sk }) => sk === '#I')).toMatchObject({
      ...{ ways: [], closedInto: keep.volunteerId },
    });
    expect((await refresh(closing)).status).toBe(401);
    expect(await wayCount(keep)).toBe(2);
    expect(await actionsOf(open.organisationId)).toEqual(['recovery_opened', 'accounts_merged']);
  });

  test('what the closed account was a member of → the person still is; it signs up for nothing more', async () => {
    const [closing, keep] = [await volunteer(cloud), await volunteer(cloud)];
    const [organiser] = [await newcomer(cloud)];
    const team = await organisation([
      [closing, 'member'],
      [organiser, 'organiser'],
    ]);
    const { shiftId } = await activity(cloud, { organiser, organisationId: team });
    const above = await desk(cloud, keep, closing);
    const { recoveryId } = await mergeAsked({ ...above, keep, closing });
    const terms = await termsOf(closing, shiftId);
    expect((await confirm(above.second, { ...above, recoveryId })).status).toBe(200);
    const { memberships } = await keep.ask('GET /me/memberships', {});
    expect(memberships.map(({ organisationId }) => organisationId)).toContain(team);
    const late = await trySignUp(closing, shiftId, { terms });
    expect(late).toMatchObject(fails(409, 'account_closed'));
  });

  test('confirmed twice at once → the minutes come once', async () => {
    const [closing, keep] = [await servant(), await volunteer(cloud)];
    const open = await mergeOpen(keep, closing);
    const answers = await Promise.all([confirm(open.second, open), confirm(open.auditor, open)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await keep.ask('GET /me', {})).toMatchObject({ minutes: 120, points: 20 });
  });

  test('two merges that close one account, at once → one is done, the other learns why not', async () => {
    const [closing, one, two] = [await servant(), await volunteer(cloud), await volunteer(cloud)];
    const above = await desk(cloud, closing, one, two);
    const [first, second] = [
      await mergeAsked({ ...above, keep: one, closing }),
      await mergeAsked({ ...above, keep: two, closing }),
    ];
    const answers = await Promise.all([
      confirm(above.second, { ...above, ...first }),
      confirm(above.auditor, { ...above, ...second }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const minutes = await Promise.all([one, two].map((who) => who.ask('GET /me', {})));
    expect((minutes[0]?.minutes ?? 0) + (minutes[1]?.minutes ?? 0)).toBe(120);
  });

  test('each into the other, at once → one account stays, with everything', async () => {
    const [one, two] = [await servant(), await servant()];
    const above = await desk(cloud, one, two);
    const there = await mergeAsked({ ...above, keep: one, closing: two });
    const back = await mergeAsked({ ...above, keep: two, closing: one });
    const answers = await Promise.all([
      confirm(above.second, { ...above, ...there }),
      confirm(above.auditor, { ...above, ...back }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const who = await newcomer(cloud, one.openid);
    expect(await who.ask('GET /me', {})).toMatchObject({ minutes: 240, points: 40 });
  });

  test('one that is closed for its deletion → account_closed, on either side', async () => {
    const [keep, closing] = [await volunteer(cloud), await volunteer(cloud)];
    await keep.ask('POST /me/deletion', { understood: true, sure: true });
    cloud.setTime(cloud.now() + 6 * dayMs);
    const above = await desk(cloud, keep, closing);
    const there = await mergeAsked({ ...above, keep, closing });
    const back = await mergeAsked({ ...above, keep: closing, closing: keep });
    cloud.setTime(cloud.now() + dayMs + minuteMs);
    await erasures().runErasures({ now: cloud.now() });
    const answers = [there, back].map((one) => confirm(above.second, { ...above, ...one }));
    for (const one of await Promise.all(answers)) expect(one).toMatchObject(closed);
    expect((await refresh(closing)).status).toBe(200);
  });

  test('a child and a grown person; somebody signed up → refused when asked', async () => {
    const [keep, closing] = [await volunteer(cloud), await volunteer(cloud)];
    const above = await desk(cloud, keep, closing);
    const ask = () =>
      above.opener.call('POST /organisations/{organisationId}/recoveries', {
        ...{ organisationId: above.organisationId, requestId: newRequestId(), kind: 'merge' },
        ...{ volunteerId: keep.volunteerId, closingId: closing.volunteerId, why: '两个账号' },
      });
    const organiser = await newcomer(cloud);
    const team = await organisation([[organiser, 'organiser']]);
    const { shiftId } = await activity(cloud, { organiser, organisationId: team });
    await signUp(closing, shiftId);
    expect(await ask()).toMatchObject(fails(409, 'merge_unfinished'));
    const items = await itemsOf(`V#${closing.volunteerId}`);
    const profile = items.find(({ sk }) => sk === '#P');
    await putAll([{ ...profile, birthMonth: '201501' } as (typeof items)[number]]);
    expect(await ask()).toMatchObject(fails(409, 'merge_of_ages'));
  });
});
