import type { Request } from '#shared/api';
import { hourMs, minuteMs } from '#shared/time';
import { newRequestId } from '../../miniapp/src/ids';
import type { TestCloud } from './cloud';
import type { Person } from './given';
import { activity, approverOf, crowd, organisation } from './given';

type Typing = Request<'POST /shifts/{shiftId}/typed-hours'>;

/** An organisation below another one, with a shift of five hours that is over and a member who was there. */
export async function pastShift(cloud: TestCloud, { minutes = 300 } = {}) {
  const [organiser, member] = (await crowd(cloud, 2)) as [Person, Person];
  const topId = await organisation([]);
  const organisationId = await organisation(
    [
      [organiser, 'organiser'],
      [member, 'member'],
    ],
    [topId],
  );
  // As people set it: on a whole minute.
  const startsAt = Math.ceil(cloud.now() / minuteMs) * minuteMs + 20 * minuteMs;
  const scene = { organiser, organisationId, minutes, startsAt };
  const { shiftId, endsAt } = await activity(cloud, scene);
  const approver = await approverOf(cloud, organisationId);
  cloud.setTime(endsAt + hourMs);
  return { organiser, member, approver, topId, organisationId, shiftId, startsAt, endsAt };
}
export type PastShift = Awaited<ReturnType<typeof pastShift>>;

/** Hours for the member, the whole shift unless told. */
export const typing = (scene: PastShift, change: Partial<Typing> = {}): Typing => ({
  ...{ shiftId: scene.shiftId, requestId: newRequestId(), volunteerId: scene.member.volunteerId },
  ...{ arrivedAt: scene.startsAt, leftAt: scene.endsAt },
  ...{ reason: 'no_phone', note: '老人没有手机，由组织者登记到场' },
  ...change,
});

export const decide = (
  who: Person,
  { shiftId, member }: PastShift,
  verdict: 'confirm' | 'decline' = 'confirm',
) =>
  who.call('POST /shifts/{shiftId}/typed-hours/{volunteerId}/decision', {
    ...{ shiftId, volunteerId: member.volunteerId, requestId: newRequestId(), verdict },
    reason: '核对了签到表',
  });

/** What a refused answer says, or that it was taken. */
export const codeOf = ({ body }: { body: object }): string =>
  'code' in body ? String(body.code) : 'done';
