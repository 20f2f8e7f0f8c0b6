import type { Request, Response, Route } from '#shared/api';
import { stepAt } from '#shared/code';
import type { Draft } from '#shared/drafts';
import type { Session } from '#shared/sessions';
import { minuteMs } from '#shared/time';
import type { Role } from '#shared/vocabulary';
import { membershipsIndex } from '../../functions/indexes';
import { memberKey, organisationKey } from '../../functions/keys';
import { newRequestId } from '../../miniapp/src/ids';
import type { Answer, TestCloud } from './cloud';
import { putAll } from './put-all';
import { signUp } from './sign-up';

/** What a test begins from, made through the API wherever a person could have made it. */
export type Person = {
  volunteerId: string;
  session: Session;
  openid: string;
  call<R extends Route>(route: R, request: Request<R>): Promise<Answer<R>>;
  /** The same, when anything but a success would be a broken test. */
  ask<R extends Route>(route: R, request: Request<R>): Promise<Response<R>>;
};

let people = 0;

/** Somebody who has signed in but not registered. */
export async function newcomer(cloud: TestCloud, openid = `openid-${++people}`): Promise<Person> {
  const code = cloud.wechat.issueLoginCode(openid);
  let session = await asked(cloud, 'POST /sessions', { code });
  /** As a phone does: a new access token when the old one is over, also after the clock was moved. */
  const living = async (): Promise<string> => {
    if (session.accessExpiresAt <= cloud.now()) {
      const { refreshToken } = session;
      session = await asked(cloud, 'POST /sessions/refresh', { refreshToken });
    }
    return session.accessToken;
  };
  return {
    volunteerId: session.volunteerId,
    session,
    openid,
    call: async (route, request) => cloud.call(route, request, await living()),
    ask: async (route, request) => asked(cloud, route, request, await living()),
  };
}

/** Somebody who has registered. */
export async function volunteer(cloud: TestCloud, name = '李雷'): Promise<Person> {
  const person = await newcomer(cloud);
  const phoneNumber = `138${String(people).padStart(8, '0')}`;
  await person.ask('POST /me', {
    ...{ name, phoneNumber },
    district: '370202',
    birthMonth: '199003',
    consent: true,
  });
  return person;
}

/** So many who have registered, made a few at a time. */
export async function crowd(cloud: TestCloud, size: number): Promise<Person[]> {
  const found: Person[] = [];
  while (found.length < size) {
    const wave = Array.from({ length: Math.min(25, size - found.length) }, () => volunteer(cloud));
    found.push(...(await Promise.all(wave)));
  }
  return found;
}

async function asked<R extends Route>(
  cloud: TestCloud,
  route: R,
  request: Request<R>,
  accessToken?: string,
): Promise<Response<R>> {
  const answer = await cloud.call(route, request, accessToken);
  if (answer.status !== 200) throw new Error(`${route}: ${JSON.stringify(answer.body)}`);
  return answer.body as Response<R>;
}

let organisations = 0;

/** An organisation below `above`, with its people and their roles. */
export async function organisation(
  members: [Person, ...Role[]][],
  above: string[] = [],
): Promise<string> {
  const organisationId = (++organisations).toString(16).padStart(12, '0');
  const name = `第${organisations}志愿服务队`;
  const path = [...above, organisationId];
  await putAll([
    {
      ...organisationKey(organisationId),
      ...{ organisationId, name, path, version: 1 },
      ...{ kind: 'team', state: 'active', categories: [] },
    },
    ...members.map(([{ volunteerId }, ...roles]) => ({
      ...memberKey(organisationId, volunteerId),
      ...{ organisationId, volunteerId, roles, version: 1, since: 0 },
      ...{ organisationName: name, maskedName: '李*', state: 'active' },
      gx1pk: membershipsIndex(volunteerId),
      gx1sk: `O#${organisationId}`,
    })),
  ]);
  return organisationId;
}

type Plan = { organiser: Person; organisationId: string } & Partial<
  Pick<Draft, 'title' | 'district' | 'category'>
> & { startsAt?: number; minutes?: number; capacity?: number };

export const place = {
  name: '五四广场',
  address: '市南区东海西路',
  latitude: 36.0622,
  longitude: 120.3846,
  radiusMeters: 300,
};

/** A draft of one shift; it starts in 20 minutes and lasts 2 hours unless told. */
export function publication(cloud: TestCloud, plan: Omit<Plan, 'organiser'>) {
  const { organisationId, minutes = 120, capacity = 10 } = plan;
  const startsAt = plan.startsAt ?? cloud.now() + 20 * minuteMs;
  return {
    requestId: newRequestId(),
    organisationId,
    title: plan.title ?? '海边清洁',
    description: '清理沙滩垃圾',
    category: plan.category ?? 'environment',
    beneficiary: 'public',
    district: plan.district ?? '370202',
    place,
    risks: '海边风大路滑',
    contact: '现场组织者',
    shifts: [{ startsAt, endsAt: startsAt + minutes * minuteMs, capacity }],
  } satisfies Draft;
}

const approvers = new WeakMap<TestCloud, Map<string, Promise<Person>>>();

/** Somebody else than the author who may approve what an organisation does; the same person every time. */
export function approverOf(cloud: TestCloud, organisationId: string): Promise<Person> {
  const known = approvers.get(cloud) ?? new Map<string, Promise<Person>>();
  approvers.set(cloud, known);
  const found = known.get(organisationId) ?? newApprover(cloud, organisationId);
  known.set(organisationId, found);
  return found;
}

async function newApprover(cloud: TestCloud, organisationId: string): Promise<Person> {
  const person = await newcomer(cloud, `approver-of-${organisationId}`);
  const { volunteerId } = person;
  await putAll([
    {
      ...memberKey(organisationId, volunteerId),
      ...{ organisationId, volunteerId, roles: ['approver'], version: 1, since: 0 },
      ...{ organisationName: '志愿服务队', maskedName: '刘*', state: 'active' },
      gx1pk: membershipsIndex(volunteerId),
      gx1sk: `O#${organisationId}`,
    },
  ]);
  return person;
}

/** What an organiser drafted, handed in and approved by somebody else: a public activity. */
export async function publish(cloud: TestCloud, organiser: Person, request: Draft) {
  const { activityId, version } = await organiser.ask('POST /activities', request);
  const handedIn = await organiser.ask('POST /activities/{activityId}/submission', {
    activityId,
    version,
  });
  const approver = await approverOf(cloud, request.organisationId);
  await approver.ask('POST /activities/{activityId}/decision', {
    ...{ activityId, version: handedIn.version },
    verdict: 'approve',
  });
  return activityId;
}

/** A public activity with one shift. */
export async function activity(cloud: TestCloud, { organiser, ...plan }: Plan) {
  const request = publication(cloud, plan);
  const activityId = await publish(cloud, organiser, request);
  const { shifts } = await organiser.ask('GET /activities/{activityId}', { activityId });
  const shiftId = shifts[0]?.shiftId ?? '';
  const { startsAt = 0, endsAt = 0 } = request.shifts[0] ?? {};
  return { activityId, shiftId, startsAt, endsAt };
}

type Shown = { kind: 'checkin' | 'checkout'; at?: number };

/** What the organiser's screen shows: of a fresh batch, the code of a moment (now unless told). */
export async function codeShown(organiser: Person, shiftId: string, { kind, at }: Shown) {
  const batch = await organiser.ask('POST /shifts/{shiftId}/gates', { shiftId });
  const code = batch[kind][stepAt(at ?? batch.now) - batch.firstStep];
  if (!code) throw new Error('the batch does not reach that far');
  return { ...code, gate: batch.gate };
}

/** A whole service from sign-up to credit, `minutes` long; the clock stands at its end afterwards. */
export async function served(cloud: TestCloud, who: Person, organiser: Person, shiftId: string) {
  await signUp(who, shiftId);
  const { startsAt, endsAt } = await organiser.ask('GET /shifts/{shiftId}/board', { shiftId });
  cloud.setTime(startsAt - minuteMs);
  const checkin = await codeShown(organiser, shiftId, { kind: 'checkin' });
  await who.ask('POST /checkins', { scanId: newRequestId(), token: checkin.token });
  cloud.setTime(endsAt);
  const checkout = await codeShown(organiser, shiftId, { kind: 'checkout' });
  return who.ask('POST /checkins', { scanId: newRequestId(), token: checkout.token });
}
