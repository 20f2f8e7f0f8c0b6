import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { volunteer } from '../../support/given';
import { asking, finalService, issuing, verifiedName } from '../../support/given-certificates';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

test('the paper → a PDF of at most 300 KB behind a signed address; nobody else gets one', async () => {
  const { organiser, organisationId } = await issuing(cloud);
  const who = await volunteer(cloud, '韩梅梅');
  await verifiedName(cloud, who, '韩梅梅');
  await finalService(cloud, who, { organiser, organisationId });
  const it = await who.ask('POST /certificates', asking(cloud, organisationId));
  const { certificateId } = it;
  const route = 'GET /certificates/{certificateId}/file';
  const { url } = await who.ask(route, { certificateId });
  const pdf = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeLessThanOrEqual(300_000);
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  for (const one of [organiser, await volunteer(cloud)]) {
    expect(await one.call(route, { certificateId })).toMatchObject({ status: 404 });
  }
  const unknown = await who.call(route, { certificateId: 'ffffffffffff' });
  expect(unknown).toMatchObject({ status: 404 });
});
