import { newRequestId } from '../../../miniapp/src/ids';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { activity, codeShown, crowd, organisation, volunteer } from '../../support/given';
import { itemsOf } from '../../support/items';
import { deliverAgain } from '../../support/redelivery';
import { signUp } from '../../support/sign-up';

let cloud: TestCloud;
let organiser: Person;
beforeAll(async () => {
  cloud = await startTestCloud();
  organiser = await volunteer(cloud, '王组织');
});
afterAll(() => cloud.stop());

const devicesOf = async (shiftId: string) =>
  (await itemsOf(`T#${shiftId}`)).filter(({ sk }) => sk.startsWith('DV#'));

test('22 people on one phone, delivered twice → twenty of them are kept; no scan wrote a shared item', async () => {
  const organisationId = await organisation([[organiser, 'organiser']]);
  const { shiftId, startsAt } = await activity(cloud, { organiser, organisationId, capacity: 60 });
  const people = await crowd(cloud, 23);
  for (const who of people) await signUp(who, shiftId);
  cloud.setTime(startsAt);
  const { token } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  const [alone, ...together] = people as [Person, ...Person[]];
  const deviceId = newRequestId();
  const scan = (who: Person, device: string) =>
    who.ask('POST /checkins', { scanId: newRequestId(), token, deviceId: device });
  await Promise.all(together.map((who) => scan(who, deviceId)));
  await scan(alone, newRequestId());
  expect(await devicesOf(shiftId)).toEqual([]);
  await cloud.drain();
  await deliverAgain();
  const sizes = (await devicesOf(shiftId)).map(({ people: who }) => (who as Set<string>).size);
  expect(sizes.sort()).toEqual([1, 20]);
});
