import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { given } from '../../support/given-organisations';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';
import { deliverAgain } from '../../support/redelivery';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const organisationOf = async (organisationId: string) => {
  const [found] = (await itemsOf(`O#${organisationId}`)).filter(({ sk }) => sk === '#O');
  return found as unknown as { version: number; path: string[] };
};

test('one that appears with its parent’s path of before → sets itself right, and all below it', async () => {
  const city = await given({ kind: 'federation' });
  const corps = await given({ kind: 'corps', under: { ...city, path: ['00000000dead'] } });
  const team = await given({ kind: 'team', under: corps });
  await cloud.drain();
  expect((await organisationOf(corps.organisationId)).path).toEqual([
    ...[city.organisationId, corps.organisationId],
  ]);
  const { path, version } = await organisationOf(team.organisationId);
  expect(path).toEqual([city.organisationId, corps.organisationId, team.organisationId]);
  await deliverAgain();
  expect((await organisationOf(team.organisationId)).version).toBe(version);
});

test('sixty below one → all follow, beyond the first page', async () => {
  const city = await given({ kind: 'federation' });
  const centre = await given({ kind: 'centre', under: city });
  const halls = [];
  for (let count = 0; count < 60; count++) halls.push(await given({ kind: 'hall', under: centre }));
  await cloud.drain();
  const moved = { ...(await organisationOf(centre.organisationId)), path: ['x'], version: 9 };
  await putAll([moved]);
  await cloud.drain();
  const paths = await Promise.all(
    halls.map(async ({ organisationId }) => (await organisationOf(organisationId)).path.length),
  );
  expect(new Set(paths)).toEqual(new Set([3]));
  const [root] = (await organisationOf(halls[0]?.organisationId ?? '')).path;
  expect(root).toBe(city.organisationId);
});
