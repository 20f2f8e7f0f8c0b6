import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { newcomer, volunteer } from '../../support/given';
import { adding, born, bornIn, dependant } from '../../support/given-family';
import { itemsOf } from '../../support/items';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const refused = (status: number, code: string) => ({ status, body: { code } });

test('a child and an elder added → volunteers of their own, with a number for life and no way in', async () => {
  const guardian = await volunteer(cloud);
  const child = await dependant(guardian);
  const elder = await dependant(guardian, {
    ...{ relation: 'elder', name: '李大山', birthMonth: born.elder },
  });
  const { dependants } = await guardian.ask('GET /me/dependants', {});
  expect(dependants).toMatchObject([
    { volunteerId: child, name: '李小雷', relation: 'child', consent: 'given', ownAccount: false },
    { volunteerId: elder, name: '李大山', relation: 'elder', consent: 'not_needed', minutes: 0 },
  ]);
  const items = await itemsOf(`V#${child}`);
  expect(items.map(({ sk }) => sk)).toEqual(expect.arrayContaining(['#F', '#P', '#W']));
  expect(items.find(({ sk }) => sk === '#P')).toMatchObject({
    guardian: { volunteerId: guardian.volunteerId },
  });
});

test('the same request again → the same person; with another story → request_differs', async () => {
  const guardian = await volunteer(cloud);
  const request = adding();
  const first = await guardian.ask('POST /me/dependants', request);
  expect(await guardian.ask('POST /me/dependants', request)).toEqual(first);
  const other = await guardian.call('POST /me/dependants', { ...request, name: '李小二' });
  expect(other).toMatchObject(refused(409, 'request_differs'));
  expect((await guardian.ask('GET /me/dependants', {})).dependants).toHaveLength(1);
});

test('the same request twice at once → one person', async () => {
  const guardian = await volunteer(cloud);
  const request = adding();
  const answers = await Promise.all([
    guardian.ask('POST /me/dependants', request),
    guardian.ask('POST /me/dependants', request),
  ]);
  expect(answers[0]).toEqual(answers[1]);
  expect((await guardian.ask('GET /me/dependants', {})).dependants).toHaveLength(1);
});

test('eight at once → six, and two are told that it is enough', async () => {
  const guardian = await volunteer(cloud);
  const answers = [];
  for (let wave = 0; wave < 4; wave++) {
    const two = [1, 2].map(() => guardian.call('POST /me/dependants', adding()));
    answers.push(...(await Promise.all(two)));
  }
  const full = answers.filter(({ status }) => status === 409);
  expect(full).toHaveLength(2);
  expect(full).toMatchObject(Array(2).fill(refused(409, 'dependants_full')));
  expect((await guardian.ask('GET /me/dependants', {})).dependants).toHaveLength(6);
});

test('who may not add anybody', async () => {
  const guest = await newcomer(cloud);
  expect(await guest.call('POST /me/dependants', adding())).toMatchObject(
    refused(403, 'not_registered'),
  );
  const teen = await bornIn(cloud, born.teen);
  expect(await teen.call('POST /me/dependants', adding())).toMatchObject(
    refused(403, 'guardian_too_young'),
  );
  const guardian = await volunteer(cloud);
  expect(
    await guardian.call('POST /me/dependants', adding({ birthMonth: '209901' })),
  ).toMatchObject(refused(400, 'request_invalid'));
  expect(await guardian.call('POST /me/dependants', adding({ relation: 'elder' }))).toMatchObject(
    refused(422, 'relation_unfit'),
  );
  expect(
    await guardian.call('POST /me/dependants', adding({ consentVersion: '2020-01-1' })),
  ).toMatchObject(refused(409, 'consent_changed'));
});

test('another person’s request id → another person’s dependant, never the same', async () => {
  const [one, two] = [await volunteer(cloud), await volunteer(cloud)];
  const requestId = newRequestId();
  const mine = await dependant(one, { requestId });
  expect(await dependant(two, { requestId })).not.toBe(mine);
});
