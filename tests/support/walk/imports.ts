import { newRequestId } from '../../../miniapp/src/ids';
import { volunteer } from '../given';
import { listOf, sent } from '../given-lists';
import { given } from '../given-organisations';
import type { Counting } from './counting';

const importRoute = 'GET /organisations/{organisationId}/imports/{importId}';

/** A list of twenty people, sent as a file, brought into a team. */
export async function walkImports({ cloud, cost }: Counting): Promise<void> {
  const admin = await volunteer(cloud, '吴海平');
  const { organisationId } = await given({ kind: 'team', members: [[admin, 'member', 'admin']] });
  const rows = Array.from({ length: 20 }, (_, index): [string, string] => [
    '王小芳',
    `133${String(index).padStart(8, '0')}`,
  ]);
  const file = listOf(...rows);
  const announced = { purpose: 'member_list', contentType: 'text/csv' } as const;
  await cost(admin, 'POST /files', {
    request: { requestId: newRequestId(), ...announced, bytes: Buffer.byteLength(file) },
  });
  const fileId = await sent(admin, file);
  const { importId } = await cost(admin, 'POST /organisations/{organisationId}/imports', {
    ...{ request: { organisationId, fileId }, when: '20 people' },
  });
  await cloud.drain();
  const one = { organisationId, importId };
  await cost(admin, 'GET /organisations/{organisationId}/imports', { request: { organisationId } });
  const { done } = await cost(admin, importRoute, { request: one });
  expect(done).toBe(20);
  await cost(admin, `${importRoute}/rows`, { request: one });
  await cost(admin, 'POST /organisations/{organisationId}/imports/{importId}/report', {
    request: one,
  });
}
