import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { hourMs } from '#shared/time';
import { placesAt, shiftAt } from '../../functions/activities/activity.table';
import { shardsFor, splitCapacity } from '../../functions/activities/shift.rules';
import { idFor, shiftIdFor } from '../../functions/platform/ids';
import { signSession } from '../../functions/platform/session';
import { profileAt } from '../../functions/volunteers/volunteer.table';
import { connect, localAws } from '../dynamo';
import { startEngine } from '../engine';
import { bundlesFolder } from '../folders';
import type { Handler } from '../lambda';
import { invoke } from '../lambda';
import { prepareFunctions } from '../prepare';
import { complain } from '../say';
import { secretsOf } from '../secrets';
import { createTable } from '../table';
import type { Door } from './contention';
import { openDoor } from './contention';
import { putAll } from './put-all';
import type { Row } from './row';
import { rowOf } from './row';

const people = 10_000;
const places = 500;
/** Functions that are warm at once; each knows by itself what it has found sold out. */
const functions = 10;
/**
 * So many wait for an answer at the same time. In the cloud each has a processor of their own; here all share one, and
 * with more of them the time that a call has would pass in its queue.
 */
const atOnce = 50;
/** How often a plain client tries a transaction: the SDK's own three attempts do not cover a conflict. */
const plainTries = 3;

/** What serverless.yml gives a function: whoever has no answer by then has an error. */
const timeoutMs = 10_000;

/** What everybody has read before the rush. */
const terms = idFor('terms', 'rush');

type Outcome = 'placed' | 'refused' | 'error';
type Rush = Record<Outcome, number> & { requests: number };

/** Ten thousand people for five hundred places, beside the same rush on one counter in a plain transaction. */
export async function benchRush(): Promise<Row[]> {
  await prepareFunctions();
  const engine = await startEngine();
  const door = await openDoor(engine.endpoint);
  const client = connect(door.endpoint);
  try {
    Object.assign(process.env, localAws, secretsOf(undefined), {
      ...{ STAGE: 'local', LOG_LEVEL: 'silent', DYNAMODB_ENDPOINT: door.endpoint },
      TABLE_NAME: await createTable(client),
    });
    const ours = await ourRush(client, door);
    const peer = await plainRush(client, door);
    return rowsOf(ours, peer);
  } finally {
    client.destroy();
    await door.stop();
    await engine.stop();
  }
}

function rowsOf(ours: Rush, peer: Rush): Row[] {
  const single = 'one counter, plain transaction';
  const row = (name: string, unit: string, of: (rush: Rush) => number, goal: number): Row =>
    rowOf({ name, unit, ours: of(ours), peers: { [single]: of(peer) }, goal });
  const placed = row(
    `rush of ${people} for ${places}: placed`,
    'people',
    (it) => it.placed,
    places,
  );
  const refused = row(
    `rush of ${people} for ${places}: plainly refused`,
    'people',
    (it) => it.refused,
    people - places,
  );
  return [
    { ...placed, ok: ours.placed === places },
    { ...refused, ok: ours.refused === people - places },
    row(`rush of ${people} for ${places}: errors`, 'people', (it) => it.error, 0),
    row(
      `rush of ${people} for ${places}: requests a person`,
      'requests',
      (it) => it.requests / people,
      peer.requests / people,
    ),
  ];
}

/** `atOnce` people at a time until all have an answer. */
async function rush(door: Door, one: (number: number) => Promise<Outcome>): Promise<Rush> {
  const before = await door.requests();
  const count: Rush = { placed: 0, refused: 0, error: 0, requests: 0 };
  let next = 0;
  const lane = async () => {
    while (next < people) {
      const outcome = await one(next++).catch((): Outcome => 'error');
      count[outcome] += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return { ...count, requests: (await door.requests()) - before };
}

const volunteerOf = (number: number): string => idFor('rush', String(number));

async function ourRush(client: DynamoDBClient, door: Door): Promise<Rush> {
  const shiftId = await prepareShift(client);
  const handlers = await warmFunctions();
  return rush(door, async (number) => {
    const handler = handlers[number % functions] as Handler;
    const answer = await invoke(handler, eventOf(shiftId, number), {
      name: 'signups',
      timeoutMs,
    });
    const { statusCode, body } = answer as { statusCode: number; body: string };
    if (statusCode === 200) return 'placed';
    const { code } = JSON.parse(body);
    if (code === 'shift_full') return 'refused';
    complain(`rush: person ${number} was answered ${code}`);
    return 'error';
  });
}

/** The bundle that would be deployed, loaded anew for each: nothing is shared between them. */
function warmFunctions(): Promise<Handler[]> {
  const { href } = pathToFileURL(path.join(bundlesFolder, 'signups.mjs'));
  return Promise.all(
    Array.from({ length: functions }, async (_, index) => {
      const { main } = (await import(`${href}?function=${index}`)) as { main: Handler };
      await main(eventOf('warm', index) as never, {} as never);
      return main;
    }),
  );
}

function eventOf(shiftId: string, number: number): object {
  const caller = { volunteerId: volunteerOf(number), way: { kind: 'weapp', mark: 'm' }, epoch: 1 };
  const token = signSession(caller, 'access', Date.now() + hourMs);
  return {
    version: '2.0',
    routeKey: 'PUT /shifts/{shiftId}/signup',
    rawPath: `/shifts/${shiftId}/signup`,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    pathParameters: { shiftId },
    requestContext: {
      requestId: String(number),
      routeKey: 'PUT /shifts/{shiftId}/signup',
      http: { method: 'PUT', path: '/', sourceIp: `10.0.${number >> 8}.${number & 255}` },
    },
    body: JSON.stringify({ terms }),
    isBase64Encoded: false,
  };
}

async function prepareShift(client: DynamoDBClient): Promise<string> {
  const startsAt = Date.now() + 48 * hourMs;
  const shiftId = shiftIdFor(startsAt, 'rush');
  const shards = shardsFor(places);
  const shift = {
    ...{ version: 1, shiftId, activityId: shiftId, organisationId: shiftId, path: [shiftId] },
    ...{ title: '抢名额', category: 'culture', conditions: {}, placeName: '大剧院' },
    ...{ startsAt, endsAt: startsAt + hourMs, capacity: places, shards, gates: {}, terms },
  };
  const profile = { version: 1, name: '李雷', birthMonth: '199001', realNameLevel: 0 };
  await putAll(client, [
    { ...shiftAt(shiftId), ...shift },
    ...splitCapacity(places, shards).map((capacity, shard) => ({
      ...placesAt(shiftId, shard),
      ...{ taken: 0, capacity, open: true },
    })),
    ...Array.from({ length: people }, (_, number) => ({
      ...profileAt(volunteerOf(number)),
      ...{ ...profile, skills: [], trainings: [], consents: [] },
    })),
  ]);
  return shiftId;
}

/** The usual way: one item counts, every sign-up is a transaction with it. */
async function plainRush(client: DynamoDBClient, door: Door): Promise<Rush> {
  const TableName = process.env.TABLE_NAME ?? '';
  const Key = marshall(placesAt('plain', 0));
  await putAll(client, [{ ...placesAt('plain', 0), taken: 0, capacity: places }]);
  const signUp = (number: number) =>
    new TransactWriteItemsCommand({
      TransactItems: [
        {
          Put: {
            TableName,
            Item: marshall({ pk: `plain ${volunteerOf(number)}`, sk: 'plain' }),
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        {
          Update: {
            TableName,
            Key,
            UpdateExpression: 'SET taken = taken + :one',
            ConditionExpression: 'taken < #capacity',
            ExpressionAttributeNames: { '#capacity': 'capacity' },
            ExpressionAttributeValues: marshall({ ':one': 1 }),
          },
        },
      ],
    });
  return rush(door, async (number) => {
    for (let tried = 1; ; tried++) {
      try {
        await client.send(signUp(number));
        return 'placed';
      } catch (error) {
        const { CancellationReasons = [] } = error as { CancellationReasons?: { Code?: string }[] };
        if (CancellationReasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) {
          return 'refused';
        }
        if (tried === plainTries) return 'error';
      }
    }
  });
}
