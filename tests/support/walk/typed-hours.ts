import { memberKey } from '../../../functions/keys';
import { newRequestId } from '../../../miniapp/src/ids';
import { volunteer } from '../given';
import { sent } from '../given-lists';
import { pastShift, typing } from '../given-typed';
import { putAll } from '../put-all';
import type { Counting } from './counting';

const typed = 'POST /shifts/{shiftId}/typed-hours';
const queue = 'GET /organisations/{organisationId}/typed-hours';

/** Hours are typed, decided by somebody else, and shown to everybody; an auditor grants more. */
export async function walkTypedHours({ cloud, cost }: Counting): Promise<void> {
  const scene = await pastShift(cloud);
  const { organiser, member, approver, organisationId, shiftId } = scene;
  await cost(organiser, 'GET /shifts/{shiftId}/typed-hours', { request: { shiftId } });
  await cost(organiser, typed, { request: typing(scene) });
  await cost(approver, queue, { request: { organisationId } });
  const { state } = await cost(approver, `${typed}/{volunteerId}/decision`, {
    request: {
      ...{ shiftId, volunteerId: member.volunteerId, requestId: newRequestId() },
      verdict: 'confirm',
    },
  });
  expect(state).toBe('credited');
  await cost(organiser, `${queue}/public`, { request: { organisationId } });
  const auditor = await volunteer(cloud, '周审计');
  const { volunteerId } = auditor;
  await putAll([
    {
      ...memberKey(organisationId, volunteerId),
      ...{ organisationId, volunteerId, roles: ['auditor'], version: 1, since: 0 },
      ...{ organisationName: '分队', maskedName: '周*计', state: 'active' },
    },
  ]);
  await cost(auditor, 'POST /organisations/{organisationId}/typed-allowance', {
    request: {
      ...{ organisationId, requestId: newRequestId(), minutes: 600 },
      reason: '台风过后清理道路，现场没有网络',
    },
  });
  await putAll([
    {
      ...memberKey(organisationId, volunteerId),
      ...{ organisationId, volunteerId, roles: ['admin'], version: 2, since: 0 },
      ...{ organisationName: '分队', maskedName: '周*计', state: 'active' },
    },
  ]);
  const fileId = await sent(auditor, '姓名,手机号,签到,签退\n王芳,13300000001,9:00,10:00');
  await cost(auditor, 'POST /shifts/{shiftId}/paper-list', {
    request: {
      shiftId,
      fileId,
      reason: 'paper_list',
      dry: true,
      note: '现场没有网络，用纸质签到表',
    },
  });
  await cloud.drain();
}
