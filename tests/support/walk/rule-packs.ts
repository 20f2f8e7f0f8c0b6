import { newRequestId } from '../../../miniapp/src/ids';
import { volunteer } from '../given';
import { given, makeCity } from '../given-organisations';
import { draftOfPack } from '../given-packs';
import type { Counting } from './counting';

const one = 'GET /rule-packs/{packId}/{version}';

/** A new rule: written by one admin of the city, tried on the past year, adopted by another one; and one's star by it. */
export async function walkRulePacks({ cloud, cost }: Counting): Promise<void> {
  const [author, other] = [await volunteer(cloud), await volunteer(cloud)];
  await makeCity(
    await given({
      kind: 'federation',
      members: [
        [author, 'member', 'admin'],
        [other, 'member', 'admin'],
      ],
    }),
  );
  const request = { requestId: newRequestId(), packId: 'qingdao', draft: draftOfPack() };
  const which = await cost(author, 'POST /rule-packs', { request });
  await cost(other, 'GET /rule-packs', { request: {} });
  await cost(other, one, { request: which });
  await cost(other, 'POST /rule-packs/{packId}/{version}/simulation', {
    request: { ...which, requestId: newRequestId() },
  });
  await cloud.drain();
  const { state } = await cost(other, `${one}/simulation`, { request: which });
  expect(state).toBe('done');
  await cost(other, 'POST /rule-packs/{packId}/{version}/adoption', {
    request: { ...which, reason: '全市统一' },
  });
  await cost(author, 'GET /me/star', { request: {} });
}
