import { dayMs, dayOf, hourMs, startOfDay } from '#shared/time';
import { activity, organisation, served, volunteer } from '../given';
import { lookAtNight, onePhoneClass, strangers } from '../given-suspicions';
import type { Counting } from './counting';

/** A class on one phone, found in the night: the auditor opens it and says what it comes to; and a sample of hours. */
export async function walkSuspicions({ cloud, cost }: Counting): Promise<void> {
  const [organiser, auditor, who] = [
    await volunteer(cloud),
    await volunteer(cloud),
    await volunteer(cloud),
  ];
  const organisationId = await organisation([
    [organiser, 'organiser'],
    [auditor, 'auditor'],
  ]);
  const people = strangers(9, 900);
  const { month } = await onePhoneClass(cloud, { organiser, organisationId, people });
  const { shiftId } = await activity(cloud, { organiser, organisationId });
  await served(cloud, who, organiser, shiftId);
  cloud.setTime(cloud.now() + dayMs + 4 * hourMs);
  await lookAtNight(cloud);

  const { suspicions } = await cost(auditor, 'GET /organisations/{organisationId}/suspicions', {
    request: { organisationId, month },
  });
  const named = { organisationId, findingId: suspicions[0]?.findingId ?? '' };
  await cost(auditor, 'GET /organisations/{organisationId}/suspicions/{findingId}', {
    request: named,
  });
  await cost(auditor, 'POST /organisations/{organisationId}/suspicions/{findingId}/verdict', {
    request: { ...named, verdict: 'founded', reason: '一部手机代签' },
  });
  // The month before: a page of it is the same whatever day it is today.
  const before = dayOf(startOfDay(`${month}01`) - dayMs).slice(0, 6);
  await cost(auditor, 'GET /organisations/{organisationId}/sample', {
    request: { organisationId, month: before, seed: '抽查' },
  });
  const entry = { organisationId, volunteerId: who.volunteerId, sequence: 1 };
  await cost(auditor, 'GET /organisations/{organisationId}/sample/{volunteerId}/{sequence}', {
    request: entry,
  });
  await cost(auditor, 'PUT /organisations/{organisationId}/sample/{volunteerId}/{sequence}', {
    request: { ...entry, result: 'ok', note: '与签到表一致' },
  });
}
