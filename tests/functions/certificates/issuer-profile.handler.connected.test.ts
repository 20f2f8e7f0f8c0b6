import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { organisation, volunteer } from '../../support/given';
import { issuerFor } from '../../support/given-certificates';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const show = 'GET /organisations/{organisationId}/certificate-profile';
const change = 'PUT /organisations/{organisationId}/certificate-profile';
const told = { responsibleName: '王主任', handlerName: '陈静', contactPhone: '0532-88880001' };

test('none → written → changed, each once and in the audit log; of two editors one wins', async () => {
  const admin = await volunteer(cloud, '吴海平');
  const organisationId = await organisation([[admin, 'admin']]);
  expect(await admin.ask(show, { organisationId })).toEqual({});
  const first = await issuerFor(admin, organisationId);
  expect(first).toMatchObject({ profile: { responsibleName: '刘建国', version: 1 } });
  expect(await issuerFor(admin, organisationId)).toEqual(first);
  const late = await admin.call(change, { organisationId, ...told, version: 0 });
  expect(late).toMatchObject({ status: 409, body: { code: 'changed_meanwhile' } });
  const next = await admin.ask(change, { organisationId, ...told, version: 1 });
  expect(next).toEqual({ profile: { ...told, version: 2 } });
  expect(await admin.ask(show, { organisationId })).toEqual(next);
  const { audits } = await admin.ask('GET /organisations/{organisationId}/audits', {
    organisationId,
  });
  const lines = audits.filter(({ what }) => what === '修改证明负责人');
  expect(lines.map(({ to }) => to)).toEqual(['王主任', '刘建国']);
});

test('two at once → one of them; whoever is no admin → not_allowed', async () => {
  const admin = await volunteer(cloud, '吴海平');
  const organisationId = await organisation([[admin, 'admin']]);
  const answers = await Promise.all(
    ['甲', '乙'].map((handlerName) =>
      admin.call(change, { organisationId, ...told, handlerName, version: 0 }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const who = await volunteer(cloud);
  expect(await who.call(show, { organisationId })).toMatchObject({ status: 403 });
});
