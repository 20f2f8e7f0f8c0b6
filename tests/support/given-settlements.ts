import { dayMs, dayOf, hourMs, minuteMs } from '#shared/time';
import type { Role } from '#shared/vocabulary';
import { closingKey, disputeProgressKey, payingKey } from '../../functions/evidence-keys';
import { membershipsIndex } from '../../functions/indexes';
import { memberKey } from '../../functions/keys';
import type { ServiceRecord } from '../../functions/records/record.rules';
import { recordAt } from '../../functions/records/record.table';
import { newRequestId } from '../../miniapp/src/ids';
import type { TestCloud } from './cloud';
import { handlerOf } from './cloud';
import type { Person } from './given';
import { activity, codeShown, organisation, volunteer } from './given';
import { itemsOf } from './items';
import { putAll } from './put-all';
import { signUp } from './sign-up';

/** A team below a corps, with those who may do something there. */
export type Team = {
  organisationId: string;
  corpsId: string;
  organiser: Person;
  second: Person;
  approver: Person;
  auditor: Person;
};

export async function team(cloud: TestCloud): Promise<Team> {
  const organiser = await volunteer(cloud, '王组织');
  const second = await volunteer(cloud, '赵二组');
  const approver = await volunteer(cloud, '刘审核');
  const auditor = await volunteer(cloud, '孙审计');
  const corpsId = await organisation([[auditor, 'auditor']]);
  const organisationId = await organisation(
    [
      [organiser, 'organiser'],
      [second, 'organiser'],
      [approver, 'approver'],
    ],
    [corpsId],
  );
  return { organisationId, corpsId, organiser, second, approver, auditor };
}

/** Gives somebody a role in an organisation. */
export async function appointed(
  { volunteerId }: Person,
  organisationId: string,
  ...roles: Role[]
): Promise<void> {
  await putAll([
    {
      ...memberKey(organisationId, volunteerId),
      ...{ organisationId, volunteerId, roles, version: 1, since: 0 },
      ...{ organisationName: '志愿服务队', maskedName: '李*', state: 'active' },
      gx1pk: membershipsIndex(volunteerId),
      gx1sk: memberKey(organisationId, volunteerId).pk,
    },
  ]);
}

export type Held = { activityId: string; shiftId: string; startsAt: number; endsAt: number };

/** A shift at which everybody of `who` checked in at the start; those of `left` have checked out at the end. */
export async function held(
  cloud: TestCloud,
  { organiser, organisationId }: Team,
  { who, left = [] }: { who: Person[]; left?: Person[] },
): Promise<Held> {
  const it = await activity(cloud, { organiser, organisationId });
  const { shiftId, startsAt, endsAt } = it;
  for (const one of who) await signUp(one, shiftId);
  cloud.setTime(startsAt);
  const inside = await codeShown(organiser, shiftId, { kind: 'checkin' });
  for (const one of who) {
    await one.ask('POST /checkins', { scanId: newRequestId(), token: inside.token });
  }
  cloud.setTime(endsAt);
  const outside = await codeShown(organiser, shiftId, { kind: 'checkout' });
  for (const one of left) {
    await one.ask('POST /checkins', { scanId: newRequestId(), token: outside.token });
  }
  return it;
}

const walks = [closingKey, payingKey, disputeProgressKey];

/** Each test begins its own day: what a job of the clock has seen in the days of another one does not count. */
async function rewind(): Promise<void> {
  const known = (await Promise.all(walks.map(({ pk }) => itemsOf(pk)))).flat();
  await putAll(known.map((item) => ({ ...item, day: dayOf(Date.now() - dayMs) })));
}

/** The clock's jobs, and what follows from them. */
export async function tick(cloud: TestCloud): Promise<void> {
  await rewind();
  await handlerOf('clock')({} as never, {} as never);
  await cloud.drain();
}

/** Two days after the end: everything open is closed, and the shift can be settled. */
export async function afterwards(cloud: TestCloud, { endsAt }: Held): Promise<void> {
  cloud.setTime(endsAt + 2 * dayMs);
  await tick(cloud);
}

/** The shift is settled and its rows are public. */
export async function settled(
  cloud: TestCloud,
  { organiser }: Pick<Team, 'organiser'>,
  { shiftId }: Pick<Held, 'shiftId'>,
): Promise<number> {
  const { noticeUntil } = await organiser.ask('POST /shifts/{shiftId}/settlement', { shiftId });
  await cloud.drain();
  cloud.setTime(cloud.now() + 2 * minuteMs);
  await tick(cloud);
  return noticeUntil;
}

export async function recordOf({ volunteerId }: Person, shiftId: string): Promise<ServiceRecord> {
  const { pk, sk } = recordAt(volunteerId, shiftId);
  const found = (await itemsOf(pk)).find((it) => it.sk === sk);
  if (!found) throw new Error('no such record');
  return found as unknown as ServiceRecord;
}

type Change = Partial<ServiceRecord> & { shiftId: string };

/** What the scans of a phone without network would have left behind. */
export async function changed(person: Person, change: Change): Promise<ServiceRecord> {
  const record = { ...(await recordOf(person, change.shiftId)), ...change };
  await putAll([{ ...recordAt(person.volunteerId, change.shiftId), ...record }]);
  return record;
}

/** Both ends scanned, and sent a few hours after the end. */
export async function late(person: Person, { shiftId, startsAt, endsAt }: Held): Promise<void> {
  const { inEvidence } = await recordOf(person, shiftId);
  const end = { scanId: newRequestId(), by: 'token', gate: 0, step: 1 } as const;
  const arrivedAt = endsAt + 5 * hourMs;
  await changed(person, {
    shiftId,
    state: 'late',
    inAt: startsAt,
    inEvidence: inEvidence ?? end,
    outAt: endsAt,
    outEvidence: { ...end, late: true, arrivedAt },
  });
}
