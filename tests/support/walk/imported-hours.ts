import { newRequestId } from '../../../miniapp/src/ids';
import { cityStaff, linesOf, otherSystem, realPerson, row, sentList } from '../given-imported';
import type { Counting } from './counting';

/** Hours from another system: its key named and confirmed, a signed list of twenty rows, and its owner who fetches them. */
export async function walkImportedHours({ cloud, cost }: Counting): Promise<void> {
  const { author, auditor } = await cityStaff(cloud);
  const system = otherSystem();
  const { sourceId } = await cost(author, 'POST /hour-sources', {
    request: { requestId: newRequestId(), name: '旧志愿系统', publicKey: system.publicKey },
  });
  await cost(auditor, 'POST /hour-sources/{sourceId}/decision', {
    request: { sourceId, verdict: 'confirm', reason: '当面核对过公钥' },
  });
  await cost(author, 'GET /hour-sources', { request: {} });
  const phone = '13455550001';
  const rows = Array.from({ length: 20 }, (_, index) => row(`w${index}`, phone, '王小芳'));
  const file = linesOf(sourceId, '2024', rows);
  const fileId = await sentList(author, file);
  await cost(author, 'POST /hour-sources/{sourceId}/lists', {
    request: { sourceId, fileId, signature: system.sign(file) },
    when: '20 rows',
  });
  await cloud.drain();
  const { lists } = await cost(auditor, 'GET /hour-sources/{sourceId}/lists', {
    request: { sourceId },
  });
  expect(lists[0]?.state).toBe('done');
  const person = await realPerson(cloud, '王小芳', phone);
  await cost(person, 'GET /me/imported-hours', { request: {} });
  const brought = await cost(person, 'POST /me/imported-hours', {
    request: { requestId: newRequestId() },
    when: '20 rows',
  });
  expect(brought).toMatchObject({ rows: 20, more: false });
}
