import { hourMs, minuteMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import { activity, codeShown, organisation, volunteer } from '../given';
import { signUp } from '../sign-up';
import type { Counting } from './counting';

/** A shift that runs: another screen, a break, an extension, and a statement where nothing can be scanned. */
export async function walkShifts({ cloud, cost }: Counting): Promise<void> {
  const [organiser, second] = [await volunteer(cloud, '王组织'), await volunteer(cloud, '李组织')];
  const [who, other] = [await volunteer(cloud), await volunteer(cloud)];
  const organisationId = await organisation([
    [organiser, 'organiser'],
    [second, 'organiser'],
  ]);
  const shift = await activity(cloud, { organiser, organisationId });
  const { shiftId, startsAt, endsAt } = shift;
  await signUp(who, shiftId);
  cloud.setTime(startsAt);
  const { token } = await codeShown(organiser, shiftId, { kind: 'checkin' });
  await who.ask('POST /checkins', { scanId: newRequestId(), token });
  await cost(second, 'GET /shifts/{shiftId}/gates', { request: { shiftId } });
  await cost(second, 'POST /shifts/{shiftId}/gates/{gate}/takeover', {
    request: { shiftId, gate: 0 },
  });
  await cost(who, 'GET /shifts/{shiftId}/service', { request: { shiftId } });
  const pause = { shiftId, requestId: newRequestId() };
  await cost(who, 'POST /shifts/{shiftId}/breaks', { request: { ...pause, action: 'begin' } });
  await cost(second, 'POST /shifts/{shiftId}/breaks/{volunteerId}', {
    request: {
      ...{ shiftId, volunteerId: who.volunteerId },
      ...{ requestId: newRequestId(), action: 'end' },
    },
  });
  await cost(second, 'POST /shifts/{shiftId}/extension', {
    request: { shiftId, requestId: newRequestId(), until: endsAt + hourMs, reason: '还没有做完' },
  });
  cloud.setTime(startsAt + 30 * minuteMs);
  await cost(other, 'POST /shifts/{shiftId}/joint-statements', {
    request: { shiftId, requestId: newRequestId(), kind: 'arrival' },
  });
}
