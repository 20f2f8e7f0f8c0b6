import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { newcomer } from '../../support/given';
import { born, bornIn } from '../../support/given-family';
import { allItems } from '../../support/items';
import { deliverAgain } from '../../support/redelivery';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const toGuardian = () => cloud.sms.messages.filter(({ phone }) => phone === '13900000001');

test('somebody of 15 registers → the guardian named is told, once, however often it is delivered', async () => {
  await bornIn(cloud, born.teen, '林小海');
  await cloud.drain();
  expect(toGuardian()).toMatchObject([{ about: '林*海', code: '' }]);
  await deliverAgain();
  expect(toGuardian()).toHaveLength(1);
  expect(JSON.stringify(await allItems())).not.toContain('13900000001');
});

test('the provider says no → nothing is held up; grown people and children name nobody', async () => {
  cloud.sms.fail({ phone: 'FailedOperation.PhoneNumberInBlacklist' });
  await bornIn(cloud, born.teen);
  await cloud.drain();
  const { dead } = await deliverAgain();
  expect(dead).toEqual([]);
  await bornIn(cloud, born.adult);
  await bornIn(cloud, born.child);
  await cloud.drain();
  expect(toGuardian()).toHaveLength(1);
});

test('from 14 to 17 without a guardian’s phone → guardian_phone_needed', async () => {
  const who = await newcomer(cloud);
  const answer = await who.call('POST /me', {
    ...{ name: '林小海', district: '370202', birthMonth: born.teen },
    ...{ phoneNumber: '13800000000', consent: true },
  });
  expect(answer).toMatchObject({ status: 422, body: { code: 'guardian_phone_needed' } });
});
