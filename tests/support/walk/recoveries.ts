import { newRequestId } from '../../../miniapp/src/ids';
import { activity, organisation, served, volunteer } from '../given';
import { verified } from '../given-lists';
import { desk, deskCode, freshPhone, mergeRequest } from '../given-recoveries';
import type { Counting } from './counting';

const askRoute = 'POST /organisations/{organisationId}/recoveries';
const decideRoute = 'POST /organisations/{organisationId}/recoveries/{recoveryId}/decision';

/** An account got back at a desk, and two accounts of one person made one. */
export async function walkRecoveries(it: Counting): Promise<void> {
  await lost(it);
  await twice(it);
}

async function lost({ cloud, cost }: Counting) {
  const old = freshPhone();
  const person = await verified(cloud, '王小四', old);
  const { organisationId, opener, second, auditor } = await desk(cloud, person);
  const named = { organisationId, why: '手机丢了' };
  const { volunteerId } = await cost(opener, 'POST /organisations/{organisationId}/lookups', {
    request: { ...named, requestId: newRequestId(), phone: old },
  });
  const phone = freshPhone();
  const code = await deskCode(cloud, phone);
  const { recoveryId } = await cost(opener, askRoute, {
    request: {
      ...{ ...named, requestId: newRequestId(), kind: 'recover', volunteerId, phone, code },
    },
    when: 'a new phone',
  });
  await cost(auditor, 'GET /organisations/{organisationId}/recoveries', {
    request: { organisationId },
  });
  await cost(second, decideRoute, {
    request: { organisationId, recoveryId, decision: 'confirm' },
    when: 'a new phone',
  });
}

async function twice({ cloud, cost }: Counting) {
  const [keep, closing, organiser] = [
    ...[await volunteer(cloud), await volunteer(cloud), await volunteer(cloud)],
  ] as const;
  const host = await organisation([[organiser, 'organiser']]);
  const { shiftId } = await activity(cloud, { organiser, organisationId: host });
  await served(cloud, closing, organiser, shiftId);
  const { organisationId, opener, second } = await desk(cloud, keep, closing);
  const { recoveryId } = await cost(opener, askRoute, {
    request: mergeRequest({ organisationId, keep, closing }),
    when: 'two accounts',
  });
  await cost(second, decideRoute, {
    request: { organisationId, recoveryId, decision: 'confirm' },
    when: 'two accounts, one record',
  });
}
