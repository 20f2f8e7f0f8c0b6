import { monthOf } from '#shared/time';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { born, bornIn } from '../../support/given-family';
import { decide, pastShift, typing } from '../../support/given-typed';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';

const route = 'POST /shifts/{shiftId}/typed-hours';
const publicRoute = 'GET /organisations/{organisationId}/typed-hours/public';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

test('without a session → every row of a month, names masked, a minor as a number, no note, no id of a person', async () => {
  const scene = await pastShift(cloud, { minutes: 60 });
  const { organiser, approver, member, organisationId } = scene;
  const teen = await bornIn(cloud, born.teen, '韩小梅');
  const [held] = (await itemsOf(`O#${organisationId}`)).filter(({ sk }) => sk.startsWith('M#'));
  await putAll([{ ...held, sk: `M#${teen.volunteerId}`, volunteerId: teen.volunteerId }]);
  await organiser.ask(route, typing(scene));
  await organiser.ask(route, typing(scene, { volunteerId: teen.volunteerId }));
  await decide(approver, scene, 'decline');
  const month = monthOf(cloud.now());
  const open = await cloud.call(publicRoute, { organisationId, month });
  expect(open.body).toMatchObject({
    month,
    rows: [
      { name: expect.stringMatching(/^未成年人 \d{4}$/), state: 'typed', minutes: 60 },
      { name: '*雷', state: 'declined', minutes: 0 },
    ],
    cap: { capMinutes: 600, leftMinutes: 540 },
  });
  const text = JSON.stringify(open.body);
  for (const secret of [member.volunteerId, teen.volunteerId, '韩', '梅', '老人没有手机']) {
    expect(text).not.toContain(secret);
  }
});

test('a month of which nothing is known → empty, and no cap is fixed by looking', async () => {
  const { organisationId } = await pastShift(cloud);
  const open = await cloud.call(publicRoute, { organisationId, month: '202001' });
  expect(open.body).toMatchObject({ rows: [], cap: { month: '202001', capMinutes: 0 } });
  const caps = (await itemsOf(`O#${organisationId}`)).filter(({ sk }) => sk.startsWith('#E#'));
  expect(caps).toEqual([]);
});

test('an organisation that is not public → not found', async () => {
  const { organisationId } = await pastShift(cloud);
  const [held] = (await itemsOf(`O#${organisationId}`)).filter(({ sk }) => sk === '#O');
  await putAll([{ ...held, state: 'pending' }]);
  expect((await cloud.call(publicRoute, { organisationId })).status).toBe(404);
});
