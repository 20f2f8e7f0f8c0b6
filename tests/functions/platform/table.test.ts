import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { At } from '../../../functions/platform/table';
import {
  commit,
  create,
  itemOf,
  or,
  query,
  read,
  untilWon,
} from '../../../functions/platform/table';
import { localAws } from '../../../local/dynamo';
import type { Sent } from '../../support/requests';
import { answerRequests, watchRequests } from '../../support/requests';

/** What DynamoDB answers under load, which the embedded engine never does: unprocessed keys, conflicts, throttles. */
type Item = { version: number; value?: number };
type Marshalled = Parameters<typeof unmarshall>[0];
const at = (sk: string): At<Item> => ({ pk: 'p', sk });
const item = { version: 1 };
const busy = expect.objectContaining({ code: 'busy' });
let script: ReturnType<typeof answerRequests>;

beforeAll(() => {
  Object.assign(process.env, localAws, {
    ...{ TABLE_NAME: 't', DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' },
  });
});
// No jitter: neither we nor the SDK wait between tries.
beforeEach(() => void jest.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => {
  script.stop();
  jest.restoreAllMocks();
});

const named = (name: string) => Object.assign(new Error(name), { name });
/** A cancelled transaction, with the reason of each of its writes. */
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    ...{ message: 'cancelled', $metadata: {} },
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
const namesSent = () => script.sent.map(({ name }) => name);
const requested = <T>({ input }: Sent) => (input.RequestItems as { t: T }).t;

describe('reading', () => {
  test('the table answers two keys at a time → the rest is asked for again, strongly, and nothing is lost', async () => {
    script = answerRequests((sent) => {
      const { Keys, ConsistentRead } = requested<{ Keys: Marshalled[]; ConsistentRead: boolean }>(
        sent,
      );
      expect(ConsistentRead).toBe(true);
      const keys = Keys.map((key) => unmarshall(key));
      const items = keys.slice(0, 2).map((key) => ({ ...key, value: Number(key.sk) }));
      const rest = { t: { Keys: keys.slice(2), ConsistentRead } };
      return { Responses: { t: items }, UnprocessedKeys: keys.length > 2 ? rest : {} };
    });
    const found = (await read(...['0', '1', '2', '3', '4'].map(at))) as Item[];
    expect(found.map(({ value }) => value)).toEqual([0, 1, 2, 3, 4]);
    expect(namesSent()).toEqual(Array(3).fill('BatchGetItemCommand'));
  });

  test('none of the keys is answered, again and again → busy after five tries', async () => {
    script = answerRequests(({ input }) => ({ UnprocessedKeys: input.RequestItems }));
    await expect(read(at('a'))).rejects.toEqual(busy);
    expect(script.sent).toHaveLength(5);
  });

  test('throttled once → the SDK tries again', async () => {
    script = answerRequests((_, count) =>
      count === 1 ? named('ProvisionedThroughputExceededException') : {},
    );
    expect(await read(at('a'))).toEqual([undefined]);
    expect(script.sent).toHaveLength(2);
  });

  test.each([
    ['a batch', () => read(at('a'))],
    ['a page', () => query({ pk: 'p', limit: 1 })],
  ])('%s throttled beyond the SDK’s four tries → busy, not a fault', async (_name, run) => {
    script = answerRequests(() => named('ThrottlingException'));
    await expect(run()).rejects.toEqual(busy);
    expect(script.sent).toHaveLength(4);
  });

  test('a fault of the table that is no throttle → stays a fault', async () => {
    const gone = named('ResourceNotFoundException');
    script = answerRequests(() => gone);
    await expect(read(at('a'))).rejects.toBe(gone);
    await expect(query({ pk: 'p', limit: 1 })).rejects.toBe(gone);
  });
});

describe('committing', () => {
  const one = [create(at('a'), item)];
  const two = [create(at('a'), item), create(at('b'), item)];

  test.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'a transaction cancelled twice by %s → sent a third time by us, not by the SDK',
    async (reason) => {
      const watched = watchRequests();
      script = answerRequests((_, count) => (count <= 2 ? cancelled('None', reason) : {}));
      expect(await commit(two)).toBe('done');
      watched.stop();
      expect(watched.names()).toEqual(Array(3).fill('TransactWriteItemsCommand'));
      expect(script.sent).toHaveLength(3);
    },
  );

  test('a single write that meets a transaction → tried again', async () => {
    script = answerRequests((_, count) =>
      count <= 2 ? named('TransactionConflictException') : {},
    );
    expect(await commit(one)).toBe('done');
    expect(namesSent()).toEqual(Array(3).fill('PutItemCommand'));
  });

  test('a conflict beside a failed condition → tried again before the condition counts', async () => {
    script = answerRequests((_, count) =>
      count === 1
        ? cancelled('ConditionalCheckFailed', 'TransactionConflict')
        : cancelled('None', 'ConditionalCheckFailed'),
    );
    const [first, second] = two.map((write, index) => or(write, index === 0 ? 'one' : 'two'));
    expect(await commit([first ?? {}, second ?? {}])).toBe('two');
    expect(script.sent).toHaveLength(2);
  });

  test('conflicts without end → busy after eight tries', async () => {
    script = answerRequests(() => cancelled('TransactionConflict', 'None'));
    await expect(commit(two)).rejects.toEqual(busy);
    expect(script.sent).toHaveLength(8);
  });

  test('the time is over → no new try and no new round, however few there were', async () => {
    let late = 0;
    const real = Date.now;
    jest.spyOn(Date, 'now').mockImplementation(() => real() + late);
    script = answerRequests(() => {
      late += 5_000;
      return cancelled('TransactionConflict', 'None');
    });
    await expect(commit(two)).rejects.toEqual(busy);
    expect(script.sent).toHaveLength(1);
    script.stop();
    script = answerRequests(() => {
      late += 5_000;
      return cancelled('ConditionalCheckFailed', 'None');
    });
    await expect(untilWon(() => commit(two))).rejects.toEqual(busy);
    expect(script.sent).toHaveLength(1);
  });

  test('a single write throttled beyond the SDK’s four tries → busy, not a fault', async () => {
    script = answerRequests(() => named('ProvisionedThroughputExceededException'));
    await expect(commit(one)).rejects.toEqual(busy);
    expect(script.sent).toHaveLength(4);
  });

  test.each([
    ['a validation error', named('ValidationException')],
    ['a transaction cancelled for a reason that is neither', cancelled('ValidationError', 'None')],
  ])('%s → a fault, not repeated', async (_name, error) => {
    script = answerRequests(() => error);
    await expect(commit(two)).rejects.toBe(error);
    expect(script.sent).toHaveLength(1);
  });
});

test('an image of the stream → the item it is', () => {
  script = answerRequests(() => ({}));
  expect(itemOf({ pk: { S: 'p' }, value: { N: '3' } })).toEqual({ pk: 'p', value: 3 });
  expect(itemOf(undefined)).toBeUndefined();
});
