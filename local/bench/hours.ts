import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { stepAt } from '#shared/code';
import { hourMs, minuteMs } from '#shared/time';
import { placesAt, shiftAt } from '../../functions/activities/activity.table';
import type { Shift } from '../../functions/activities/shift.rules';
import { main as checkins } from '../../functions/checkins/checkins.function';
import { emptyWallet, walletAt } from '../../functions/ledger/wallet.table';
import { now } from '../../functions/platform/clock';
import { idFor, shiftIdFor } from '../../functions/platform/ids';
import { signSession } from '../../functions/platform/session';
import { read } from '../../functions/platform/table';
import { signer } from '../../functions/platform/token';
import { recordAt } from '../../functions/records/record.table';
import { main as records } from '../../functions/records/records.function';
import { signedUp } from '../../functions/signups/standing';
import { profileAt } from '../../functions/volunteers/volunteer.table';
import { connect, localAws } from '../dynamo';
import { startEngine } from '../engine';
import { secretsOf } from '../secrets';
import { createTable } from '../table';
import { putAll } from './put-all';
import type { Row } from './row';
import { rowOf } from './row';
import type { Tally } from './tally';
import { tallied } from './tally';

/** One event, and everybody arrives within minutes. */
const people = 10_000;
/** So many wait for an answer at the same time. */
const atOnce = 64;
const shards = 10;

/** What an hour costs the table: a check-in, a check-out, the page of records, and a wave at one event. */
export async function benchHours(): Promise<Row[]> {
  const engine = await startEngine();
  const client = connect(engine.endpoint);
  try {
    Object.assign(process.env, localAws, secretsOf(undefined), {
      ...{ STAGE: 'local', LOG_LEVEL: 'silent', DYNAMODB_ENDPOINT: engine.endpoint },
      ...{ TABLE_NAME: await createTable(client), CLOCK_OFFSET_MS: '0' },
    });
    const shift = shiftNow();
    await putAll(client, rowsFor(shift));
    const wave = await waveOf(shift);
    const one = await tallied(() => checkIn(shift, people));
    process.env.CLOCK_OFFSET_MS = String(shift.endsAt - Date.now());
    const out = await tallied(() => scan(shift, { kind: 'checkout', number: people }));
    const page = await tallied(() =>
      ask(records, { route: 'GET /me/records', number: people, body: undefined }),
    );
    return rowsOf({ wave, one, out, page });
  } finally {
    client.destroy();
    await engine.stop();
  }
}

type Measured = { wave: { lost: number; tally: Tally }; one: Tally; out: Tally; page: Tally };

function rowsOf({ wave, one, out, page }: Measured): Row[] {
  const usual = 'one counter of the event, written by everybody';
  const name = `wave of ${people} check-ins at one event`;
  return [
    rowOf({
      ...{ name: 'a signed-up check-in: items written', unit: 'items', ours: writtenIn(one) },
      ...{ peers: { 'record and counter in a transaction': 2 }, goal: 1 },
    }),
    rowOf({
      ...{ name: 'a check-out: commits', unit: 'transactions', ours: commitsIn(out) },
      ...{ peers: { 'record, hours, points and wallet one by one': 4 }, goal: 1 },
    }),
    rowOf({
      ...{ name: `${name}: lost`, unit: 'people', ours: wave.lost, goal: 0 },
      peers: { 'whoever arrived': people },
    }),
    rowOf({
      ...{ name: `${name}: writes of the most written shared item`, unit: 'writes' },
      ...{ ours: mostWritten(wave.tally, isShared), peers: { [usual]: people }, goal: 0 },
    }),
    rowOf({
      ...{ name: `${name}: writes of the most written item`, unit: 'writes' },
      ...{ ours: mostWritten(wave.tally, () => true), peers: { [usual]: people }, goal: 1 },
    }),
    rowOf({
      ...{ name: 'the page of my records: requests', unit: 'requests', ours: requestsIn(page) },
      ...{ peers: { 'one for each of the twenty records on it': 20 }, goal: 1 },
    }),
  ];
}

/** Everything that is not a person's own. */
const isShared = (item: string): boolean => !item.startsWith(profileAt('').pk);
const sumOf = (counts: Iterable<number>): number =>
  [...counts].reduce((sum, count) => sum + count, 0);
const writtenIn = ({ writes }: Tally): number => sumOf(writes.values());
const requestsIn = ({ requests }: Tally): number => sumOf(Object.values(requests));
const commitsIn = ({ requests }: Tally): number =>
  sumOf(
    Object.entries(requests).flatMap(([name, count]) =>
      /Batch|Query|Get/.test(name) ? [] : count,
    ),
  );
const mostWritten = ({ writes }: Tally, which: (item: string) => boolean): number =>
  Math.max(0, ...[...writes].flatMap(([item, count]) => (which(item) ? [count] : [])));

/** Ten thousand people scan the same screens; afterwards every one of them must stand in their own record. */
async function waveOf(shift: Shift): Promise<{ lost: number; tally: Tally }> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < people) await checkIn(shift, next++).catch(() => undefined);
  };
  const tally = await tallied(() => Promise.all(Array.from({ length: atOnce }, lane)));
  let found = 0;
  for (let from = 0; from < people; from += 100) {
    const keys = Array.from({ length: 100 }, (_, i) =>
      recordAt(volunteerOf(from + i), shift.shiftId),
    );
    const rows = await read(...keys);
    found += rows.filter((row) => row?.state === 'checked_in').length;
  }
  return { lost: people - found, tally };
}

const checkIn = (shift: Shift, number: number) => scan(shift, { kind: 'checkin', number });

type Scan = { kind: 'checkin' | 'checkout'; number: number };

async function scan({ shiftId }: Shift, { kind, number }: Scan): Promise<void> {
  const token = signer(kind, shiftId).token(stepAt(now()), 0);
  const scanId = String(number)
    .padStart(13, '0')
    .padEnd(26, kind === 'checkin' ? '1' : '2');
  await ask(checkins, { route: 'POST /checkins', number, body: { scanId, token } });
}

type Asked = { route: string; number: number; body: object | undefined };

/** Calls a function as the gateway does; anything but a success is a fault of the bench or of the product. */
async function ask(main: typeof checkins, { route, number, body }: Asked): Promise<void> {
  const caller = { volunteerId: volunteerOf(number), way: { kind: 'weapp', mark: 'm' }, epoch: 1 };
  const token = signSession(caller as never, 'access', now() + hourMs);
  const [method = '', path = ''] = route.split(' ');
  const event = {
    ...{ version: '2.0', routeKey: route, rawPath: path, isBase64Encoded: false },
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    requestContext: {
      ...{ requestId: String(number), routeKey: route },
      http: { method, path, sourceIp: `10.0.${number >> 8}.${number & 255}` },
    },
    ...(body && { body: JSON.stringify(body) }),
  };
  const answer = (await main(event as never)) as APIGatewayProxyStructuredResultV2;
  if (answer.statusCode !== 200) throw new Error(`${route}: ${answer.body}`);
}

const volunteerOf = (number: number): string => idFor('hours', String(number));

function shiftNow(): Shift {
  const startsAt = now() + 10 * minuteMs;
  const shiftId = shiftIdFor(startsAt, 'hours');
  const by = idFor('organiser', 'hours');
  const shift = {
    ...{ version: 1, shiftId, activityId: shiftId, organisationId: shiftId, path: [shiftId] },
    ...{ title: '万人净滩', category: 'environment', conditions: {}, placeName: '第一海水浴场' },
    ...{
      startsAt,
      endsAt: startsAt + 2 * hourMs,
      capacity: people + 1,
      shards,
      district: '370202',
    },
    ...{ latitude: 36.0622, longitude: 120.3846, radiusMeters: 300, graceMinutes: 120 },
    ...{ pack: { id: 'qingdao', version: 1 }, terms: idFor('terms', 'hours') },
    gates: { 0: { memberId: by, issuedAt: now() - minuteMs } },
  };
  return shift as never as Shift;
}

function rowsFor(shift: Shift): object[] {
  const { shiftId } = shift;
  const profile = { version: 1, name: '李雷', birthMonth: '199001', realNameLevel: 0 };
  const own = (number: number): object[] => {
    const volunteerId = volunteerOf(number);
    const record = signedUp({ volunteerId, name: '李雷' }, shift);
    return [
      { ...profileAt(volunteerId), ...profile, skills: [], trainings: [], consents: [] },
      { ...recordAt(volunteerId, shiftId), ...record },
    ];
  };
  return [
    { ...shiftAt(shiftId), ...shift },
    { ...placesAt(shiftId, 0), taken: 0, capacity: people + 1, open: true },
    { ...walletAt(volunteerOf(people)), ...emptyWallet },
    ...Array.from({ length: people + 1 }, (_, number) => own(number)).flat(),
  ];
}
