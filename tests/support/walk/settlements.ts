import { dayMs } from '#shared/time';
import { newRequestId } from '../../../miniapp/src/ids';
import { volunteer } from '../given';
import { afterwards, held, late, recordOf, settled, team } from '../given-settlements';
import type { Counting } from './counting';

/** From the end of a shift to final hours: people confirmed, the public notice, an objection and an appeal. */
export async function walkSettlements({ cloud, cost }: Counting): Promise<void> {
  const staff = await team(cloud);
  const [who, forgot, neighbour] = [
    await volunteer(cloud),
    await volunteer(cloud),
    await volunteer(cloud),
  ];
  const shift = await held(cloud, staff, { who: [who, forgot] });
  const { shiftId, startsAt, endsAt } = shift;
  await late(who, shift);
  await afterwards(cloud, shift);
  await cost(staff.organiser, 'GET /shifts/{shiftId}/pending', { request: { shiftId } });
  const word = { shiftId, verdict: 'confirm' as const };
  await cost(staff.organiser, 'POST /shifts/{shiftId}/records/{volunteerId}/confirmation', {
    request: { ...word, requestId: newRequestId(), volunteerId: who.volunteerId },
  });
  await cost(forgot, 'GET /shifts/{shiftId}/appeal', { request: { shiftId } });
  await cost(forgot, 'POST /shifts/{shiftId}/appeal', {
    request: {
      ...{ requestId: newRequestId(), shiftId, text: '我做到了结束' },
      ...{ arrivedAt: startsAt, leftAt: endsAt },
    },
  });
  const { organisationId } = staff;
  await cost(staff.approver, 'GET /organisations/{organisationId}/disputes', {
    request: { organisationId },
  });
  const { dispute } = await recordOf(forgot, shiftId);
  await cost(staff.approver, 'POST /disputes/{disputeId}/decision', {
    request: {
      ...{ requestId: newRequestId(), disputeId: dispute?.disputeId ?? '', verdict: 'uphold' },
      ...{ arrivedAt: startsAt, leftAt: endsAt, reason: '核对过照片' },
    },
  });
  cloud.setTime(endsAt + 2 * dayMs);
  await cost(staff.organiser, 'POST /shifts/{shiftId}/settlement', { request: { shiftId } });
  await settled(cloud, staff, shift);
  const { rows } = await cost(neighbour, 'GET /shifts/{shiftId}/notice', { request: { shiftId } });
  // Always the same row: their order is that of random ids, and one of them is a unit larger.
  const row = rows.find(({ grade }) => grade === 'D');
  await cost(neighbour, 'POST /shifts/{shiftId}/objections', {
    request: {
      ...{ requestId: newRequestId(), shiftId, rowId: row?.rowId ?? '' },
      ...{ reason: 'left_early', text: '三点就走了' },
    },
  });
}
