import { dayMs, dayOf } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, organisation, served, volunteer } from '../../support/given';
import {
  asking,
  finalService,
  issuerFor,
  issuing,
  noticePassed,
  recordWith,
  verifiedName,
} from '../../support/given-certificates';
import { dependant } from '../../support/given-family';
import { allItems } from '../../support/items';
import { putAll } from '../../support/put-all';

let cloud: TestCloud;
let organiser: Person;
let admin: Person;
let organisationId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  ({ organiser, admin, organisationId } = await issuing(cloud));
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const route = 'POST /certificates';
const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code;
const certificates = async () =>
  (await allItems()).filter(({ pk, sk }) => pk.startsWith('V#') && sk.startsWith('CT#'));

test('final hours of a person with a verified name → a certificate that says what the ledger says', async () => {
  const who = await volunteer(cloud, '韩梅梅');
  const number = await verifiedName(cloud, who, '韩梅梅');
  await finalService(cloud, who, { organiser, organisationId, title: '净滩一' });
  await finalService(cloud, who, { organiser, organisationId, title: '净滩二' });
  const it = await who.ask(route, asking(cloud, organisationId));

  expect(it).toMatchObject({
    ...{ name: '韩梅梅', organisationId, state: 'issued' },
    document: { kind: 'id_card', masked: `${number.slice(0, 4)}**********${number.slice(-4)}` },
    issuer: { responsibleName: '刘建国', handlerName: '陈静', contactPhone: '0532-88880000' },
    minutes: { A: 0, B: 0, C: 240, D: 0, E: 0, imported: 0 },
  });
  expect(it.rows.map(({ title, minutes, grade }) => [title, minutes, grade])).toEqual([
    ['净滩一', 120, 'C'],
    ['净滩二', 120, 'C'],
  ]);
  expect(it.number).toMatch(/^ZM2026-\w{5}-\w{5}-\w$|^ZM2027-/);
  expect(it.volunteerNumber).toMatch(/^ZY-/);
  expect(it.link.length).toBeLessThanOrEqual(500);
  const { entries } = await who.ask('GET /me/hours', {});
  const counted = entries.reduce((sum, { creditedMinutes }) => sum + creditedMinutes, 0);
  expect(it.minutes.C).toBe(counted);
  expect(await who.ask('GET /me/certificates', {})).toMatchObject({
    certificates: [{ certificateId: it.certificateId }],
  });
});

test('the same content again, the same request again, and all of it at once → one certificate', async () => {
  const who = await volunteer(cloud, '韩梅梅');
  await verifiedName(cloud, who, '韩梅梅');
  await finalService(cloud, who, { organiser, organisationId });
  const before = (await certificates()).length;
  const request = asking(cloud, organisationId);
  const all = await Promise.all([
    ...Array.from({ length: 3 }, () => who.ask(route, request)),
    ...Array.from({ length: 3 }, () => who.ask(route, { ...request, requestId: newRequestId() })),
  ]);
  expect(new Set(all.map(({ number }) => number)).size).toBe(1);
  expect((await certificates()).length).toBe(before + 1);
  const other = await who.call(route, { ...request, from: request.until });
  expect(codeOf(other)).toBe('request_differs');
});

test("another person's, another organisation's, disputed and unfinished hours → never on it", async () => {
  const who = await volunteer(cloud, '韩梅梅');
  await verifiedName(cloud, who, '韩梅梅');
  const elsewhere = await organisation([
    [organiser, 'organiser'],
    [admin, 'admin'],
  ]);
  await issuerFor(admin, elsewhere);
  await finalService(cloud, who, { organiser, organisationId, title: '算的' });
  await finalService(cloud, who, { organiser, organisationId: elsewhere, title: '别家的' });
  const other = await volunteer(cloud, '王五');
  await finalService(cloud, other, { organiser, organisationId, title: '别人的' });
  const disputed = await finalService(cloud, who, { organiser, organisationId, title: '争议的' });
  await recordWith(who.volunteerId, disputed, {
    dispute: { disputeId: 'd', kind: 'objection', at: 0 },
  });
  const open = await activity(cloud, { organiser, organisationId, title: '没公示的' });
  await served(cloud, who, organiser, open.shiftId);
  const running = await activity(cloud, { organiser, organisationId, title: '公示中的' });
  await served(cloud, who, organiser, running.shiftId);
  await noticePassed(who.volunteerId, running.shiftId, cloud.now() + dayMs);

  const it = await who.ask(route, asking(cloud, organisationId));
  expect(it.rows.map(({ title }) => title)).toEqual(['算的']);
  const { sources, identity } = await who.ask('GET /me/certificate-sources', {});
  expect(identity).toBe('id_card');
  expect(sources.map((one) => [one.organisationId, one.finalMinutes, one.waitingMinutes])).toEqual([
    // The fifth service of one day is over the daily maximum: it waits for nothing.
    [organisationId, 120, 240],
    [elsewhere, 120, 0],
  ]);
});

describe('refused, in order of precedence', () => {
  const asked = async (who: Person, more: object = {}) =>
    codeOf(await who.call(route, { ...asking(cloud, organisationId), ...more } as never));

  test('a person who is nobody of mine → not_found', async () => {
    const [who, stranger] = [await volunteer(cloud), await volunteer(cloud)];
    expect(await asked(who, { forVolunteerId: stranger.volunteerId })).toBe('not_found');
  });
  test('no such organisation → not_found', async () => {
    expect(await asked(await volunteer(cloud), { organisationId: 'ffffffffffff' })).toBe(
      'not_found',
    );
  });
  test('a period that ends before it begins or after today → period_unfit', async () => {
    const who = await volunteer(cloud);
    expect(await asked(who, { from: '20260201', until: '20260101' })).toBe('period_unfit');
    expect(await asked(who, { until: dayOf(cloud.now() + 2 * dayMs) })).toBe('period_unfit');
  });
  test('no verified name → identity_needed', async () => {
    const who = await volunteer(cloud, '韩梅梅');
    await finalService(cloud, who, { organiser, organisationId });
    expect(await asked(who)).toBe('identity_needed');
  });
  test('nothing final in the period → nothing_to_certify', async () => {
    const who = await volunteer(cloud, '韩梅梅');
    await verifiedName(cloud, who, '韩梅梅');
    expect(await asked(who)).toBe('nothing_to_certify');
    await finalService(cloud, who, { organiser, organisationId });
    expect(await asked(who, { from: '20200101', until: '20200201' })).toBe('nothing_to_certify');
  });
  test('nobody answers for the certificates of the organisation → issuer_unready', async () => {
    const bare = await organisation([[organiser, 'organiser']]);
    const who = await volunteer(cloud, '韩梅梅');
    await verifiedName(cloud, who, '韩梅梅');
    await finalService(cloud, who, { organiser, organisationId: bare });
    expect(await asked(who, { organisationId: bare })).toBe('issuer_unready');
  });
});

test('for a child one looks after → the verified document of the guardian stands on it', async () => {
  const guardian = await volunteer(cloud, '李雷');
  const number = await verifiedName(cloud, guardian, '李雷');
  const child = await dependant(guardian, { name: '李小雷' });
  const lent = await volunteer(cloud, '韩梅梅');
  const shiftId = await finalService(cloud, lent, { organiser, organisationId, title: '陪同' });
  const rows = (await allItems()).filter(
    ({ pk, sk }) => pk === `V#${lent.volunteerId}` && (sk.endsWith(shiftId) || /^(H#|#W)/.test(sk)),
  );
  await putAll(rows.map((row) => ({ ...row, pk: `V#${child}`, volunteerId: child })));

  const request = { ...asking(cloud, organisationId), forVolunteerId: child };
  const it = await guardian.ask(route, request);
  expect(it).toMatchObject({ name: '李小雷', document: { kind: 'guardian' } });
  expect(it.document.masked.slice(-4)).toBe(number.slice(-4));
  const { certificateId } = it;
  const listed = await guardian.ask('GET /me/certificates', { forVolunteerId: child });
  expect(listed.certificates.map((one) => one.certificateId)).toEqual([certificateId]);
  expect(await guardian.ask('GET /certificates/{certificateId}', { certificateId })).toEqual(it);
  const stranger = await lent.call('GET /certificates/{certificateId}', { certificateId });
  expect(codeOf(stranger)).toBe('not_found');
});
