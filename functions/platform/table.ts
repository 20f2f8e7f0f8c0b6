import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { localOnly, required } from './config';
import { readCursor, signCursor } from './cursor';
import { refuse } from './refuse';

/**
 * The table: one strong batch read, one commit, and what a failed condition means. The rest of the product never sees
 * the AWS SDK. Items are plain objects; `At<T>` is a key that knows what lies under it.
 */
export type Key = { pk: string; sk: string };
declare const holds: unique symbol;
export type At<T> = Key & { readonly [holds]?: T };

type Piece = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type Bare<T> = T extends object ? Omit<T, 'TableName'> : never;
/** One write of a commit. `lost` names the fact that a failed condition means; without it the race is run again. */
export type Write<F extends string = never> = {
  Put?: Bare<Piece['Put']>;
  Update?: Bare<Piece['Update']>;
  ConditionCheck?: Bare<Piece['ConditionCheck']>;
  Delete?: Bare<Piece['Delete']>;
  lost?: F;
};
export type Versioned = { version: number };

let connected: DynamoDBClient | undefined;
let documents: DynamoDBDocumentClient | undefined;

/** Made at the first request. Exported so that tests can count requests and inject faults the engine never makes. */
export function database(): DynamoDBClient {
  const endpoint = localOnly('DYNAMODB_ENDPOINT');
  connected ??= new DynamoDBClient({ maxAttempts: 4, ...(endpoint && { endpoint }) });
  return connected;
}

function client(): DynamoDBDocumentClient {
  documents ??= DynamoDBDocumentClient.from(database(), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return documents;
}
const tableName = (): string => required('TABLE_NAME');

type Wanted = readonly (At<unknown> | undefined)[];
type Held<T extends Wanted> = {
  [I in keyof T]: (NonNullable<T[I]> extends At<infer X> ? X : never) | undefined;
};

/**
 * One strongly consistent batch read; what decides is always read here. At most 100 keys, no key twice; a key that is
 * undefined is not asked for.
 */
export async function read<const T extends Wanted>(...at: T): Promise<Held<T>> {
  return batchGet(at, true);
}

/** The same, eventually consistent, for what is only shown. */
export async function glance<const T extends Wanted>(...at: T): Promise<Held<T>> {
  return batchGet(at, false);
}

async function batchGet<const T extends Wanted>(at: T, ConsistentRead: boolean) {
  const found = new Map<string, unknown>();
  let Keys: Record<string, unknown>[] = at.flatMap((key) =>
    key ? [{ pk: key.pk, sk: key.sk }] : [],
  );
  for (let round = 0; Keys.length > 0; round++) {
    if (round === 5) return refuse('busy');
    if (round > 0) await pause(round);
    const RequestItems = { [tableName()]: { Keys, ConsistentRead } };
    const asked = client().send(new BatchGetCommand({ RequestItems }));
    const answer = await asked.catch(orBusy);
    for (const item of answer.Responses?.[tableName()] ?? []) {
      found.set(`${item.pk}\n${item.sk}`, item);
    }
    Keys = answer.UnprocessedKeys?.[tableName()]?.Keys ?? [];
  }
  return at.map((key) => key && found.get(`${key.pk}\n${key.sk}`)) as Held<T>;
}

type Question = {
  index?: 'gx1' | 'gx2';
  pk: string;
  /** Only sort keys that begin so. */
  prefix?: string;
  limit: number;
  cursor?: string | undefined;
  newestFirst?: boolean;
  /** Keeps only items whose attribute equals the value; the page may then hold fewer than `limit`. */
  only?: { attribute: string; value: string } | undefined;
};

/** One page of a partition, with a signed cursor to the next. Indexes propose, so nothing is decided on it. */
export async function query<T>(ask: Question): Promise<{ items: T[]; cursor?: string }> {
  const { index, pk, prefix, limit, newestFirst, only } = ask;
  const scope = `${index ?? 'table'} ${pk} ${prefix ?? ''}`;
  const asked = client().send(
    new QueryCommand({
      TableName: tableName(),
      IndexName: index,
      KeyConditionExpression: prefix ? '#pk = :pk AND begins_with(#sk, :prefix)' : '#pk = :pk',
      ExpressionAttributeNames: {
        '#pk': `${index ?? ''}pk`,
        ...(prefix && { '#sk': `${index ?? ''}sk` }),
        ...(only && { '#only': only.attribute }),
      },
      ExpressionAttributeValues: {
        ':pk': pk,
        ...(prefix && { ':prefix': prefix }),
        ...(only && { ':only': only.value }),
      },
      FilterExpression: only && '#only = :only',
      ConsistentRead: !index,
      ScanIndexForward: !newestFirst,
      Limit: limit,
      ExclusiveStartKey: readCursor(scope, ask.cursor),
    }),
  );
  const answer = await asked.catch(orBusy);
  const cursor = signCursor(scope, answer.LastEvaluatedKey);
  return { items: (answer.Items ?? []) as T[], ...(cursor && { cursor }) };
}

/** Writes an item that must not exist yet. */
export const create = <T>(at: At<T>, item: T): Write => ({
  Put: { Item: { ...item, pk: at.pk, sk: at.sk }, ConditionExpression: 'attribute_not_exists(pk)' },
});

/** The condition that nobody wrote the item since it was read. */
const stillAt = ({ version }: Versioned) => ({
  ConditionExpression: '#version = :version',
  ExpressionAttributeNames: { '#version': 'version' },
  ExpressionAttributeValues: { ':version': version },
});

/** Writes nothing: the commit holds only if the item does not exist. */
export const absent = (at: At<unknown>): Write => ({
  ConditionCheck: {
    Key: { pk: at.pk, sk: at.sk },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** Writes nothing: the commit holds only if the item is still what was read. */
export const unchanged = <T extends Versioned>(at: At<T>, known: T | undefined): Write =>
  known
    ? {
        ConditionCheck: {
          Key: { pk: at.pk, sk: at.sk },
          ...stillAt(known),
        },
      }
    : absent(at);

/** Writes the next state of an item that was read, if nobody wrote it since. */
export const replace = <T extends Versioned>(at: At<T>, next: T): Write => ({
  Put: {
    Item: { ...next, pk: at.pk, sk: at.sk, version: next.version + 1 },
    ...stillAt(next),
  },
});

/** Writes an item whether or not it was there: `create` for the first version, `replace` for the next. */
export const save = <T extends Versioned>(at: At<T>, known: T | undefined, next: T): Write =>
  known ? replace(at, next) : create(at, next);

/** Removes an item that was read, if nobody wrote it since. Functions may remove ways in and nothing else. */
export const remove = <T extends Versioned>(at: At<T>, known: T): Write => ({
  Delete: { Key: { pk: at.pk, sk: at.sk }, ...stillAt(known) },
});

/** The same write, with a name for what its failed condition means. */
export const or = <F extends string>(write: Write, lost: F): Write<F> => ({ ...write, lost });

/** No new round begins after this long: with the last one, a function stays inside its ten seconds. */
export const patienceMs = 4_000;

/** Thrown when an untagged condition failed: somebody else was faster. `untilWon` reads and judges again. */
class LostRace extends Error {}

/**
 * Reads, judges and commits again when a race was lost: at most five times, with jitter, then `busy`. `run` must look
 * at its own cause first, so that a commit whose answer was lost is found and not repeated.
 */
export async function untilWon<T>(run: () => Promise<T>): Promise<T> {
  const endsAt = Date.now() + patienceMs;
  for (let round = 1; ; round++) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof LostRace)) throw error;
      if (round === 5 || Date.now() > endsAt) return refuse('busy');
      await pause(round);
    }
  }
}

/** All of the writes or none. `done`, or the tag of the write whose condition failed. */
export async function commit<F extends string = never>(writes: Write<F>[]): Promise<'done' | F> {
  const endsAt = Date.now() + patienceMs;
  for (let round = 1; ; round++) {
    const outcome = await commitOnce(writes);
    if (outcome !== 'crowded') return outcome;
    if (round === 8 || Date.now() > endsAt) return refuse('busy');
    await pause(round);
  }
}

/**
 * One try of a commit, for whoever has more than one way to reach it. `crowded`: others write the same items at this
 * very moment, or too much is asked; nothing was written and nothing is known.
 */
export async function commitOnce<F extends string = never>(
  writes: Write<F>[],
): Promise<'done' | 'crowded' | F> {
  const failed = await send(writes);
  if (failed === 'done' || failed === 'crowded') return failed;
  const lost = failed.map((index) => writes[index]?.lost);
  const fact = lost.find((tag) => tag !== undefined);
  if (fact === undefined || lost.includes(undefined)) throw new LostRace();
  return fact;
}

/** `crowded` is a conflict or a throttle, which the SDK does not retry; a list holds the failed conditions. */
async function send(writes: Write<string>[]): Promise<'done' | 'crowded' | number[]> {
  const TableName = tableName();
  const pieces = writes.map(
    ({ Put, Update, ConditionCheck, Delete }): Piece => ({
      ...(Put && { Put: { TableName, ...Put } }),
      ...(Update && { Update: { TableName, ...Update } }),
      ...(ConditionCheck && { ConditionCheck: { TableName, ...ConditionCheck } }),
      ...(Delete && { Delete: { TableName, ...Delete } }),
    }),
  );
  try {
    const [only, ...more] = pieces;
    if (more.length === 0 && only?.Put) await client().send(new PutCommand(only.Put));
    else if (more.length === 0 && only?.Update) await client().send(new UpdateCommand(only.Update));
    else await client().send(new TransactWriteCommand({ TransactItems: pieces }));
    return 'done';
  } catch (error) {
    return whyFailed(error as Error & { CancellationReasons?: { Code?: string }[] });
  }
}

const transient = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];

function whyFailed(error: Error & { CancellationReasons?: { Code?: string }[] }) {
  if (error.name === 'ConditionalCheckFailedException') return [0];
  if (error.name === 'TransactionConflictException') return 'crowded' as const;
  if (error.name === 'TransactionInProgressException') return 'crowded' as const;
  if (error.name !== 'TransactionCanceledException') return orBusy(error);
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
  if (codes.some((code) => transient.includes(code))) return 'crowded' as const;
  const failed = codes.flatMap((code, index) => (code === 'ConditionalCheckFailed' ? [index] : []));
  if (failed.length === 0) throw error;
  return failed;
}

const throttles = [
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
];

/** A throttle that outlasted the SDK's own tries is for coming again, not a fault of ours. */
function orBusy(error: Error): never {
  if (throttles.includes(error.name)) return refuse('busy');
  throw error;
}

/** A stream image as the item it is. */
export const itemOf = <T>(image: unknown): T | undefined =>
  image ? (unmarshall(image as Parameters<typeof unmarshall>[0]) as T) : undefined;

/** Full jitter: up to 25 ms, 50 ms, 100 ms … 800 ms. */
export function pause(round: number): Promise<void> {
  const longestMs = Math.min(800, 25 * 2 ** (round - 1));
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longestMs));
}
