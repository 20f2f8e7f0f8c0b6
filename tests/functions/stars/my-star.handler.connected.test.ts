import { recordKey, walletKey } from '../../../functions/keys';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { newcomer, volunteer } from '../../support/given';
import { credited } from '../../support/given-hours';
import { itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

test('somebody who has not registered → no star', async () => {
  const who = await newcomer(cloud);
  expect((await who.call('GET /me/star', {})).body).toMatchObject({ code: 'not_registered' });
});

test('what is still shown to the public does not count; once it is final, it does', async () => {
  const who = await volunteer(cloud);
  const { volunteerId } = who;
  const { shiftId } = await credited(volunteerId, { name: 'one', minutes: 120 });
  await credited(volunteerId, { name: 'two', minutes: 60 });
  const wallet = (await itemsOf(walletKey(volunteerId).pk)).find(({ sk }) => sk === '#W');
  await putAll([{ ...wallet, pk: walletKey(volunteerId).pk, sk: '#W', minutes: 6_100 }]);
  expect(await who.ask('GET /me/star', {})).toMatchObject({
    ...{ minutes: 5_920, waitingMinutes: 180, packId: 'qingdao' },
    next: { name: '一星', missingMinutes: 80 },
  });

  const { pk, sk } = recordKey(volunteerId, shiftId);
  const record = (await itemsOf(pk)).find((it) => it.sk === sk);
  await putAll([{ ...record, pk, sk, noticeUntil: cloud.now() - 1 }]);
  const after = await who.ask('GET /me/star', {});
  expect(after).toMatchObject({ minutes: 6_040, waitingMinutes: 60, star: '一星' });
});
