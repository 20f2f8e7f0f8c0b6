import { kindOf } from '#shared/code';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import { newcomer, volunteer } from '../../support/given';
import { dependant } from '../../support/given-family';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

test('no card until one is asked for; asked twice, at once, too → the same card', async () => {
  const who = await volunteer(cloud, '李雷');
  const { volunteerId } = who;
  expect(await who.ask('GET /me/card', {})).toEqual({ name: '李雷', volunteerId });
  const cards = await Promise.all([who.ask('POST /me/card', {}), who.ask('POST /me/card', {})]);
  expect(cards[0].card).toMatchObject({ number: 1 });
  expect(cards[1].card?.token).toBe(cards[0].card?.token);
  expect(await who.ask('GET /me/card', {})).toEqual(cards[1]);
  expect(kindOf(cards[0].card?.token ?? '')).toBe('volunteer');
});

test('lost → the next number, once, however often it is sent', async () => {
  const guardian = await volunteer(cloud);
  const forVolunteerId = await dependant(guardian);
  const first = await guardian.ask('POST /me/card', { forVolunteerId });
  expect(first).toMatchObject({ name: '李小雷', volunteerId: forVolunteerId });
  const lost = { forVolunteerId, replaces: 1 };
  const second = await guardian.ask('POST /me/card', lost);
  expect(second.card).toMatchObject({ number: 2 });
  expect(second.card?.token).not.toBe(first.card?.token);
  expect(await guardian.ask('POST /me/card', lost)).toEqual(second);
});

test('nobody registered → not_registered', async () => {
  const guest = await newcomer(cloud);
  const denied = { status: 403, body: { code: 'not_registered' } };
  expect(await guest.call('GET /me/card', {})).toMatchObject(denied);
  expect(await guest.call('POST /me/card', {})).toMatchObject(denied);
});
