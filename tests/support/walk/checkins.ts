import { hourMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import type { Person } from '../given';
import { activity, codeShown, organisation, volunteer } from '../given';
import { born, cardOf, dependant } from '../given-family';
import { signUp } from '../sign-up';
import type { Counting } from './counting';
import { setNoon } from './counting';

type Scene = { organiser: Person; organisationId: string };

/** Checking in by the organiser's code, by a claim and by a card, and what stands in the records afterwards. */
export async function walkCheckins(it: Counting): Promise<void> {
  const organiser = await volunteer(it.cloud);
  const organisationId = await organisation([[organiser, 'organiser']]);
  await scans(it, { organiser, organisationId });
  setNoon(it.cloud);
  await countersigned(it, { organiser, organisationId });
  setNoon(it.cloud);
  await sawInPerson(it, { organiser, organisationId });
  setNoon(it.cloud);
  await late(it, { organiser, organisationId });
}

async function scans(it: Counting, scene: Scene) {
  const { cloud, cost } = it;
  const { organiser } = scene;
  const who = await volunteer(cloud);
  const { shiftId, startsAt, endsAt } = await activity(cloud, scene);
  await signUp(who, shiftId);
  cloud.setTime(startsAt);
  const { token } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  await cost(who, 'POST /checkins', {
    ...{ request: { scanId: newRequestId(), token }, when: 'checking in after signing up' },
  });
  const walkIn = await volunteer(cloud);
  await cost(walkIn, 'POST /checkins', {
    ...{ request: { scanId: newRequestId(), token }, when: 'on the spot' },
  });
  await claimed(it, token);
  cloud.setTime(endsAt);
  const out = await codeShown(organiser, shiftId, { kind: 'checkout' });
  await cost(who, 'POST /checkins', {
    ...{ request: { scanId: newRequestId(), token: out.token }, when: 'checking out' },
  });
  for (const route of ['GET /me/records', 'GET /me/hours', 'GET /me/points'] as const) {
    await cost(who, route, { request: {} });
  }
}

async function claimed({ cloud, cost }: Counting, token: string) {
  const who = await volunteer(cloud);
  const code = cloud.wechat.issueLoginCode(who.openid);
  const { claimId } = await cost(who, 'POST /claims', { request: { token, code } });
  await cost(who, 'POST /claims/{claimId}/confirmation', {
    request: { claimId, scanId: newRequestId() },
  });
}

/** An elder without a phone, whose card the organiser scans. */
async function countersigned({ cloud, cost }: Counting, scene: Scene) {
  const guardian = await volunteer(cloud);
  const elder = { relation: 'elder', birthMonth: born.elder, name: '李大山' } as const;
  const volunteerId = await dependant(guardian, elder);
  const token = await cardOf(guardian, volunteerId);
  const { shiftId, startsAt, endsAt } = await activity(cloud, scene);
  await signUp(guardian, shiftId, { forVolunteerId: volunteerId });
  for (const [kind, at] of [
    ['checkin', startsAt],
    ['checkout', endsAt],
  ] as const) {
    cloud.setTime(at);
    await cost(scene.organiser, 'POST /checkins/countersigned', {
      request: { token, shiftId, kind, scanId: newRequestId() },
      when: kind === 'checkin' ? 'checking in' : 'checking out',
    });
  }
}

/** Checked in by oneself, and vouched for by the organiser who scans the living code. */
async function sawInPerson({ cloud, cost }: Counting, scene: Scene) {
  const who = await volunteer(cloud);
  const { shiftId, startsAt } = await activity(cloud, scene);
  await signUp(who, shiftId);
  cloud.setTime(startsAt);
  const shown = await codeShown(scene.organiser, shiftId, { kind: 'checkin' });
  await who.ask('POST /checkins', { scanId: newRequestId(), token: shown.token });
  const { tokens } = await cost(who, 'POST /me/codes', { request: {} });
  await cost(scene.organiser, 'POST /checkins/countersigned', {
    request: { token: tokens[0] ?? '', shiftId, kind: 'checkin', scanId: newRequestId() },
    when: 'vouching for who is in',
  });
}

/** A scan that arrives an hour after its code was shown. */
async function late({ cloud, cost }: Counting, scene: Scene) {
  const who = await volunteer(cloud);
  const { shiftId, startsAt } = await activity(cloud, scene);
  await signUp(who, shiftId);
  cloud.setTime(startsAt);
  const { token } = await codeShown(scene.organiser, shiftId, { kind: 'checkin' });
  cloud.setTime(startsAt + hourMs);
  await cost(who, 'POST /checkins', {
    ...{ request: { scanId: newRequestId(), token }, when: 'late' },
  });
}
