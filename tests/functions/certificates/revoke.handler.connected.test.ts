import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import { asking, finalService, issuing, verifiedName } from '../../support/given-certificates';
import { allItems } from '../../support/items';

let cloud: TestCloud;
let organiser: Person;
let admin: Person;
let organisationId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  ({ organiser, admin, organisationId } = await issuing(cloud));
});
afterAll(() => cloud.stop());

const route = 'POST /certificates/{certificateId}/revocation';
const issued = async () => {
  const who = await volunteer(cloud, '韩梅梅');
  await verifiedName(cloud, who, '韩梅梅');
  await finalService(cloud, who, { organiser, organisationId });
  return { who, it: await who.ask('POST /certificates', asking(cloud, organisationId)) };
};
const because = { reason: 'hours', why: '核查后不属实' } as const;
const listed = async () => {
  const { body } = await cloud.call('GET /certificate-keys', {});
  return (JSON.parse((body as { list: string }).list) as { revoked: string[][] }).revoked;
};

test('revoked by an admin of the issuer → on the public list, audited, told; once for all', async () => {
  const { who, it } = await issued();
  const { certificateId, number } = it;
  const asked = { certificateId, ...because };
  const all = await Promise.all([admin.ask(route, asked), admin.ask(route, asked)]);
  expect(all[0]).toEqual(all[1]);
  expect((await listed()).filter(([one]) => one === number)).toHaveLength(1);
  const shown = await who.ask('GET /certificates/{certificateId}', { certificateId });
  expect(shown).toMatchObject({ state: 'revoked', revoked: { reason: 'hours' } });
  const { notices } = await who.ask('GET /me/notices', {});
  expect(notices.filter(({ kind }) => kind === 'certificate')).toMatchObject([
    { text: expect.stringContaining(number) },
  ]);
  const { audits } = await admin.ask('GET /organisations/{organisationId}/audits', {
    organisationId,
  });
  expect(audits).toContainEqual(
    expect.objectContaining({ what: '吊销服务证明', why: because.why, subjectName: '韩*梅' }),
  );
  const again = await who.ask('POST /certificates', asking(cloud, organisationId));
  expect(again).toMatchObject({ certificateId, state: 'revoked' });
});

test('by somebody else after the first → certificate_revoked; by who has no part in it → not_found', async () => {
  const { who, it } = await issued();
  const asked = { certificateId: it.certificateId, ...because };
  for (const one of [who, organiser, await volunteer(cloud)]) {
    expect(await one.call(route, asked)).toMatchObject({ status: 404 });
  }
  const unknown = await admin.call(route, { ...asked, certificateId: 'ffffffffffff' });
  expect(unknown).toMatchObject({ status: 404 });
  await admin.ask(route, asked);
  const before = await allItems();
  expect(await admin.ask(route, asked)).toMatchObject({ revoked: { reason: 'hours' } });
  expect(await allItems()).toEqual(before);
});

test('the register → the numbers of the organisation with masked names, to its admins only', async () => {
  const { who, it } = await issued();
  const route2 = 'GET /organisations/{organisationId}/certificates';
  const page = await admin.ask(route2, { organisationId });
  const row = page.certificates.find(({ number }) => number === it.number);
  expect(row).toMatchObject({ maskedName: '韩*梅', state: 'issued' });
  expect(JSON.stringify(page)).not.toContain('韩梅梅');
  expect(page.may).toEqual({ revoke: true, change: true });
  for (const one of [who, organiser]) {
    expect(await one.call(route2, { organisationId })).toMatchObject({ status: 403 });
  }
});
