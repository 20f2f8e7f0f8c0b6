import { newRequestId } from '../../../miniapp/src/ids';
import { volunteer } from '../given';
import type { Counting } from './counting';

/** Taking everything along, and deleting the account (and keeping it after all). */
export async function walkAccounts({ cloud, cost }: Counting): Promise<void> {
  const who = await volunteer(cloud);
  await cost(who, 'POST /me/exports', { request: { requestId: newRequestId() } });
  await cloud.drain();
  const { export: file } = await cost(who, 'GET /me/exports', { request: {} });
  expect(file?.state).toBe('ready');
  await cost(who, 'POST /me/deletion', { request: { understood: true, sure: true } });
  await cost(who, 'GET /me/deletion', { request: {} });
  await cost(who, 'DELETE /me/deletion', { request: {} });
}
