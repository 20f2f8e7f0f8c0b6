import type { StreamRecord } from '../../local/delivery';
import { deliverBatch } from '../../local/delivery';

const recordsOf = (...numbers: number[]): StreamRecord[] =>
  numbers.map((number) => ({ dynamodb: { SequenceNumber: String(number) } }));
const numbersOf = (records: StreamRecord[]): number[] =>
  records.map(({ dynamodb }) => Number(dynamodb.SequenceNumber));

type Told = { bisect?: false; retries?: number };

/** Delivers 1…count to a reader; gives what it was handed, call by call, and what was given up. */
async function deliver(
  count: number,
  reader: (numbers: number[], call: number) => unknown,
  { bisect, retries = 2 }: Told = {},
) {
  const calls: number[][] = [];
  const dead: number[] = [];
  const pauses: number[] = [];
  await deliverBatch(recordsOf(...Array.from({ length: count }, (_, i) => i + 1)), {
    bisectBatchOnFunctionError: bisect ?? true,
    maximumRetryAttempts: retries,
    deliver: async (records) => {
      calls.push(numbersOf(records));
      return reader(numbersOf(records), calls.length);
    },
    onDead: (records) => dead.push(...numbersOf(records)),
    pause: async (attempt) => void pauses.push(attempt),
  });
  return { calls, dead, pauses };
}

const failures = (...numbers: unknown[]) => ({
  batchItemFailures: numbers.map((number) => ({ itemIdentifier: number && String(number) })),
});

test.each([undefined, null, {}, { batchItemFailures: [] }, { batchItemFailures: null }])(
  'answer %j → the whole batch is done',
  async (answer) => {
    expect(await deliver(3, () => answer)).toEqual({ calls: [[1, 2, 3]], dead: [], pauses: [] });
  },
);

test('partial failure → goes on from the earliest record that is named', async () => {
  const { calls, dead } = await deliver(5, (_, call) => (call === 1 ? failures(4, 3) : undefined));
  expect(calls).toEqual([
    [1, 2, 3, 4, 5],
    [3, 4, 5],
  ]);
  expect(dead).toEqual([]);
});

test.each(['', undefined, 'unknown'])('identifier %j → the batch counts as failed', async (id) => {
  const { calls } = await deliver(2, (_, call) => (call === 1 ? failures(id) : undefined));
  expect(calls).toEqual([[1, 2], [1], [2]]);
});

test('a function that throws → the batch is halved, which costs no retry', async () => {
  const { calls, dead, pauses } = await deliver(4, (numbers) => {
    if (numbers.length > 1) throw new Error('too many');
  });
  expect(calls).toEqual([[1, 2, 3, 4], [1, 2], [1], [2], [3, 4], [3], [4]]);
  expect([dead, pauses]).toEqual([[], []]);
});

test('a poison record → given up alone after its retries, in order, the others done', async () => {
  const done: number[] = [];
  const { dead, pauses } = await deliver(5, (numbers) => {
    if (numbers.includes(3)) throw new Error('poison');
    done.push(...numbers);
  });
  expect(done).toEqual([1, 2, 4, 5]);
  expect(dead).toEqual([3]);
  expect(pauses).toEqual([1, 2]);
});

test('a record that fails by name for ever → given up alone, the rest goes on', async () => {
  const { calls, dead } = await deliver(3, (numbers) =>
    numbers.includes(2) ? failures(2) : undefined,
  );
  expect(dead).toEqual([2]);
  expect(calls.at(-1)).toEqual([3]);
});

test('without halving → the whole batch is repeated and given up together', async () => {
  const poison = (numbers: number[]) => {
    if (numbers.includes(2)) throw new Error('poison');
  };
  const { calls, dead } = await deliver(3, poison, { bisect: false, retries: 1 });
  expect(calls).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ]);
  expect(dead).toEqual([1, 2, 3]);
});
