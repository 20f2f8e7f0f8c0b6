import { dayMs, minuteMs } from '#shared/time';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { volunteer } from '../../support/given';
import { asking, finalService, issuing, verifiedName } from '../../support/given-certificates';
import { allItems, itemsOf } from '../../support/items';
import { putAll } from '../../support/put-all';
import { deliverAgain } from '../../support/redelivery';

let cloud: TestCloud;
let organiser: Person;
let admin: Person;
let organisationId: string;
beforeAll(async () => {
  cloud = await startTestCloud();
  ({ organiser, admin, organisationId } = await issuing(cloud));
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const issued = async (name: string) => {
  const who = await volunteer(cloud, name);
  await verifiedName(cloud, who, name);
  const shiftId = await finalService(cloud, who, { organiser, organisationId });
  const it = await who.ask('POST /certificates', asking(cloud, organisationId));
  return { who, shiftId, it };
};
/** The first half of a correction, as crediting writes it. */
const takenOut = (volunteerId: string, causeId: string, reverses: number) =>
  putAll([
    {
      ...{ pk: `V#${volunteerId}`, sk: `H#${String(reverses + 100).padStart(12, '0')}` },
      ...{ cause: 'correction', causeId, reverses, organisationId, creditedMinutes: -120 },
      ...{ sequence: reverses + 100, grade: 'C', title: '海边清洁', at: cloud.now() },
    },
  ]);

test('hours on it were taken out → revoked, published and told once, however often it is delivered', async () => {
  const { who, shiftId, it } = await issued('韩梅梅');
  const other = await issued('王小五');
  await takenOut(who.volunteerId, shiftId, 1);
  await cloud.drain();
  const { certificateId, number } = it;
  const shown = await who.ask('GET /certificates/{certificateId}', { certificateId });
  expect(shown).toMatchObject({ state: 'revoked', revoked: { reason: 'corrected' } });
  const untouched = { certificateId: other.it.certificateId };
  expect(await other.who.ask('GET /certificates/{certificateId}', untouched)).toMatchObject({
    state: 'issued',
  });
  const before = (await allItems()).filter(({ pk }) => pk === 'CV' || pk.startsWith('V#'));
  const { dead } = await deliverAgain();
  expect(dead).toEqual([]);
  const after = (await allItems()).filter(({ pk }) => pk === 'CV' || pk.startsWith('V#'));
  expect(after).toEqual(before);
  expect(before.filter((row) => row.pk === 'CV' && row.number === number)).toHaveLength(1);
});

test('an entry that is not on it was taken out → it holds', async () => {
  const { who, shiftId, it } = await issued('韩梅梅');
  await takenOut(who.volunteerId, shiftId, 7);
  await cloud.drain();
  const { certificateId } = it;
  expect(await who.ask('GET /certificates/{certificateId}', { certificateId })).toMatchObject({
    state: 'issued',
  });
});

test('its person is deleted → number and sums stay, nobody is named, and it can still be revoked', async () => {
  const { who, it } = await issued('金丝雀');
  const { certificateId, number } = it;
  const { url } = await who.ask('GET /certificates/{certificateId}/file', { certificateId });
  expect((await (await fetch(url)).arrayBuffer()).byteLength).toBeGreaterThan(10_000);
  const { runErasures } =
    require('../../../functions/accounts/erasures') as typeof import('../../../functions/accounts/erasures');
  await who.ask('POST /me/deletion', { understood: true, sure: true });
  for (const waitMs of [7 * dayMs + minuteMs, 16 * minuteMs]) {
    cloud.setTime(cloud.now() + waitMs);
    await runErasures({ now: cloud.now() });
  }
  await cloud.drain();
  const rows = await itemsOf(`V#${who.volunteerId}`);
  const left = rows.find(({ sk }) => sk.startsWith('CT#'));
  expect(left).toMatchObject({ number, name: '已注销', maskedName: '已注销', code: '' });
  expect(left).toMatchObject({ minutes: { C: 120 }, document: { masked: '' } });
  const text = JSON.stringify(await allItems());
  expect(text.includes('金丝雀') || text.includes('金*雀')).toBe(false);
  const answer = await admin.call('POST /certificates/{certificateId}/revocation', {
    ...{ certificateId, reason: 'other', why: '持有人要求' },
  });
  expect(answer.status).toBe(200);
  const { body } = await cloud.call('GET /certificate-keys', {});
  expect(JSON.stringify(body)).toContain(number);
});
