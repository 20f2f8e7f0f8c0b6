import { hourMs } from '#shared/time';
import { activity, newcomer, organisation, volunteer } from '../given';
import { adding, born, bornIn, consentVersion, dependant, guarded } from '../given-family';
import { signUp } from '../sign-up';
import type { Counting } from './counting';

/** A family: a child who signs in and one who does not, an elder with a card. */
export async function walkDependants(it: Counting): Promise<void> {
  await family(it);
  await card(it);
  await childWhoSignsIn(it);
  await readings(it);
}

async function family({ cloud, cost }: Counting) {
  const guardian = await volunteer(cloud);
  const { volunteerId } = await cost(guardian, 'POST /me/dependants', { request: adding() });
  await cost(guardian, 'GET /me/dependants', { request: {} });
  const consent = { volunteerId, consentVersion };
  await cost(guardian, 'DELETE /me/dependants/{volunteerId}/consent', { request: { volunteerId } });
  await cost(guardian, 'PUT /me/dependants/{volunteerId}/consent', { request: consent });
}

/** An elder's card, and their own phone later. */
async function card({ cloud, cost }: Counting) {
  const guardian = await volunteer(cloud);
  const elder = { relation: 'elder', birthMonth: born.elder, name: '李大山' } as const;
  const forVolunteerId = await dependant(guardian, elder);
  await cost(guardian, 'POST /me/card', { request: { forVolunteerId } });
  await cost(guardian, 'GET /me/card', { request: { forVolunteerId } });
  const { code } = await cost(guardian, 'POST /me/link-codes', {
    ...{ request: { purpose: 'handover', forVolunteerId }, when: 'to hand over' },
  });
  const phone = await newcomer(cloud);
  await cost(phone, 'POST /me/handover', { request: { code } });
}

async function childWhoSignsIn({ cloud, cost }: Counting) {
  const teen = await bornIn(cloud, born.teen);
  const [guardian, second] = [await volunteer(cloud), await volunteer(cloud)];
  const { code } = await cost(teen, 'POST /me/link-codes', {
    ...{ request: { purpose: 'guardian' }, when: 'for a guardian' },
  });
  await cost(guardian, 'POST /guardianships/preview', { request: { code } });
  await cost(guardian, 'POST /guardianships', { request: { code, consentVersion } });
  await guarded(teen, second);
  await cost(teen, 'GET /me/guardians', { request: {} });
  await cost(teen, 'DELETE /me/guardians/{volunteerId}', {
    request: { volunteerId: second.volunteerId },
  });
  await cost(guardian, 'DELETE /me/dependants/{volunteerId}', {
    request: { volunteerId: teen.volunteerId },
  });
}

/** Who of the staff has read what. */
async function readings({ cloud, cost }: Counting) {
  const [guardian, organiser] = [await volunteer(cloud), await volunteer(cloud)];
  const volunteerId = await dependant(guardian);
  const organisationId = await organisation([[organiser, 'organiser']]);
  const startsAt = cloud.now() + 2 * hourMs;
  const { shiftId } = await activity(cloud, { organiser, organisationId, startsAt });
  await signUp(guardian, shiftId, { forVolunteerId: volunteerId });
  await cost(organiser, 'GET /shifts/{shiftId}/roster', {
    ...{ request: { shiftId, purpose: 'safety' }, when: 'with a minor, for a purpose' },
  });
  await cost(guardian, 'GET /me/dependants/{volunteerId}/readings', { request: { volunteerId } });
}
