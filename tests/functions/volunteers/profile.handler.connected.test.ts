import type { Request } from '#shared/api';
import { secretsOf } from '../../../local/secrets';
import type { TestCloud } from '../../support/cloud';
import { startTestCloud } from '../../support/cloud';
import type { Person } from '../../support/given';
import { newcomer, volunteer } from '../../support/given';
import { allItems, itemsOf } from '../../support/items';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.setTime(Date.now()));

const contact = { name: '韩梅梅', phoneNumber: '13611112222', relation: 'spouse' } as const;
const same = { name: '李雷', district: '370202' } as const;
const allow = { purpose: 'emergency_contact', given: true, version: '2026-11-1' } as const;
const refused = (status: number, code: string) => ({ status, body: { code } });
const stored = async ({ volunteerId }: Person) =>
  (await itemsOf(`V#${volunteerId}`)).find(({ sk }) => sk === '#P') ?? {};

test('before registering → no profile; nothing can be changed', async () => {
  const who = await newcomer(cloud);
  expect(await who.ask('GET /me/profile', {})).toEqual({});
  expect(await who.call('PUT /me', same)).toMatchObject(refused(403, 'not_registered'));
});

test('skills and wishes → kept, and left alone by a change that does not name them', async () => {
  const who = await volunteer(cloud);
  await who.ask('PUT /me', { ...same, skills: ['law', 'driving'], wishes: ['elders'] });
  await who.ask('PUT /me', { ...same, district: '370212' });
  const { profile } = await who.ask('GET /me/profile', {});
  expect(profile).toMatchObject({
    ...{ district: '370212', skills: ['law', 'driving'], wishes: ['elders'], trainings: [] },
    ...{ realNameLevel: 0, emergencyAllowed: false },
  });
  await who.ask('PUT /me', { ...same, skills: [] });
  expect((await who.ask('GET /me/profile', {})).profile).toMatchObject({
    skills: [],
    wishes: ['elders'],
  });
});

test('another district → the same number, the same day of registration', async () => {
  const who = await volunteer(cloud);
  const before = await who.ask('GET /me', {});
  const after = await who.ask('PUT /me', { ...same, district: '370285' });
  expect(after).toMatchObject({
    volunteerId: before.volunteerId,
    profile: { registeredAt: before.profile?.registeredAt, district: '370285' },
  });
});

test.each<[string, Partial<Request<'PUT /me'>>]>([
  ['eleven skills', { skills: Array(11).fill('law') }],
  ['the same skill twice', { skills: ['law', 'law'] }],
  ['six wishes', { wishes: ['elders', 'law', 'theory', 'culture', 'medical', 'science'] }],
  ['a contact without a number', { emergencyContact: { ...contact, phoneNumber: '' } }],
  ['a real-name level', { realNameLevel: 1 } as object],
])('%s → request_invalid', async (_name, more) => {
  const who = await volunteer(cloud);
  expect(await who.call('PUT /me', { ...same, ...more })).toMatchObject(
    refused(400, 'request_invalid'),
  );
});

test('an emergency contact → only with consent; sealed, shown to its owner, removed with null or with the consent', async () => {
  const who = await volunteer(cloud);
  const kept = { ...same, emergencyContact: contact };
  expect(await who.call('PUT /me', kept)).toMatchObject(refused(409, 'emergency_consent_needed'));
  await who.ask('PUT /me/consents', allow);
  await who.ask('PUT /me', kept);
  expect((await who.ask('GET /me/profile', {})).profile).toMatchObject({
    emergencyContact: contact,
    emergencyAllowed: true,
  });
  const table = JSON.stringify(await allItems());
  for (const secret of [contact.name, contact.phoneNumber]) expect(table).not.toContain(secret);
  await who.ask('PUT /me', { ...same, emergencyContact: null });
  expect(await stored(who)).not.toHaveProperty('sealedEmergency');
  await who.ask('PUT /me', kept);
  await who.ask('PUT /me/consents', { ...allow, given: false });
  expect(await stored(who)).not.toHaveProperty('sealedEmergency');
});

test('the field keys rotate → old seals still read, and the next change seals anew under the new key', async () => {
  const who = await volunteer(cloud);
  await who.ask('PUT /me/consents', allow);
  await who.ask('PUT /me', { ...same, emergencyContact: contact });
  const kept = process.env.FIELD_KEYS ?? '';
  const fresh = secretsOf(undefined).FIELD_KEYS.replace('1:', '2:');
  process.env.FIELD_KEYS = `${fresh},${kept}`;
  try {
    expect((await who.ask('GET /me/profile', {})).profile?.emergencyContact).toEqual(contact);
    await who.ask('PUT /me', { ...same, skills: ['law'] });
    // From here on the old key may go.
    process.env.FIELD_KEYS = fresh;
    const { profile } = await who.ask('GET /me/profile', {});
    expect(profile).toMatchObject({ emergencyContact: contact, skills: ['law'] });
    expect(profile?.maskedPhone).toMatch(/^138\*{6}\d\d$/);
  } finally {
    process.env.FIELD_KEYS = kept;
  }
});
