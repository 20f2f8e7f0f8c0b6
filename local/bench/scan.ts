import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { GateBatch } from '#shared/activities';
import { stepAt } from '#shared/code';
import { dayOf, minuteMs } from '#shared/time';
import type { Cloud } from '../cloud';
import { startCloud } from '../cloud';
import { connect } from '../dynamo';
import type { Phone } from '../phone';
import { phoneMaker } from '../phone';
import { openidOf } from '../seed/people';
import type { Row } from './row';
import { medianOf, rowOf } from './row';

const people = 40;
/** A check-in over HTTP may take so many times the two bare requests that it cannot do without. */
const timesTheBare = 6;

/** A signed-up check-in through gateway, handler and engine, beside one bare read and one bare write of the engine. */
export async function benchScan(): Promise<Row[]> {
  process.env.LOG_LEVEL ??= 'silent';
  const cloud = await startCloud({ seed: 'small' });
  try {
    const ours = await checkinMs(cloud);
    const bare = await bareMs(cloud);
    const name = 'a signed-up check-in, from request to answer';
    const peers = { 'one bare GetItem and PutItem': bare };
    return [rowOf({ name, unit: 'ms', ours, peers, goal: bare * timesTheBare })];
  } finally {
    await cloud.stop();
  }
}

async function checkinMs(cloud: Cloud): Promise<number> {
  const phone = await phoneMaker(cloud.url);
  const organiser = await signedIn(cloud, phone(), openidOf('organiser'));
  const approver = await signedIn(cloud, phone(), openidOf('approver'));
  const district = '370202';
  const day = dayOf(cloud.now() + 20 * minuteMs);
  const { shifts } = await organiser.call('GET /activities', { district, day, limit: 50 });
  const { shiftId, activityId } = await publishedLike(
    { organiser, approver },
    shifts[0]?.activityId ?? '',
    cloud,
  );
  if (!activityId) throw new Error('the demo has no activity');
  const { terms } = await organiser.call('GET /shifts/{shiftId}/signup', { shiftId });
  const times: number[] = [];
  for (let number = 0; number < people; number++) {
    const one = await signedIn(cloud, phone(), `bench-${number}`);
    await one.call('POST /me', {
      ...{ name: '测试者', district, birthMonth: '199001', consent: true },
      phoneNumber: `139${String(number).padStart(8, '0')}`,
    });
    await one.call('PUT /shifts/{shiftId}/signup', { shiftId, terms });
    const batch = await organiser.call('POST /shifts/{shiftId}/gates', { shiftId });
    const request = { scanId: one.newRequestId(), token: tokenNow(batch) };
    const begun = performance.now();
    await one.call('POST /checkins', request);
    times.push(performance.now() - begun);
  }
  return medianOf(times);
}

type Staff = { organiser: Phone; approver: Phone };
/** A shift of the bench's own, large enough, of the organisation of an activity that is there. */
async function publishedLike({ organiser, approver }: Staff, known: string, cloud: Cloud) {
  const like = await organiser.call('GET /activities/{activityId}', { activityId: known });
  const { memberships } = await organiser.call('GET /me/memberships', {});
  const organisationId = memberships.find(({ roles }) =>
    roles.includes('organiser'),
  )?.organisationId;
  const startsAt = cloud.now() + 10 * minuteMs;
  const { activityId, version } = await organiser.call('POST /activities', {
    ...{ requestId: organiser.newRequestId(), organisationId: organisationId ?? '' },
    ...{ title: '测速', description: '测速', category: like.category, place: like.place },
    ...{ beneficiary: like.beneficiary, district: like.district, risks: '无', contact: '无' },
    shifts: [{ startsAt, endsAt: startsAt + 60 * minuteMs, capacity: people }],
  });
  const handedIn = { activityId, version };
  const { version: read } = await organiser.call(
    'POST /activities/{activityId}/submission',
    handedIn,
  );
  const decision = { activityId, version: read, verdict: 'approve' } as const;
  await approver.call('POST /activities/{activityId}/decision', decision);
  const { shifts } = await organiser.call('GET /activities/{activityId}', { activityId });
  return { activityId, shiftId: shifts[0]?.shiftId ?? '' };
}

function tokenNow({ checkin, firstStep, now }: GateBatch): string {
  return checkin[stepAt(now) - firstStep]?.token ?? '';
}

async function signedIn(cloud: Cloud, own: Phone, openid: string): Promise<Phone> {
  const code = cloud.wechat.issueLoginCode(openid);
  own.keep(await own.call('POST /sessions', { code }));
  return own;
}

async function bareMs({ endpoint, tableName: TableName }: Cloud): Promise<number> {
  const client = connect(endpoint);
  const times: number[] = [];
  for (let number = 0; number < people * 3; number++) {
    const Key = { pk: { S: `bench ${number}` }, sk: { S: 'bench' } };
    const begun = performance.now();
    await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
    await client.send(new PutItemCommand({ TableName, Item: Key }));
    times.push(performance.now() - begun);
  }
  client.destroy();
  return medianOf(times);
}
