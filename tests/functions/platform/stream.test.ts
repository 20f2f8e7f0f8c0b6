import type { DynamoDBRecord } from 'aws-lambda';
import type { Change } from '../../../functions/platform/stream';
import { consume } from '../../../functions/platform/stream';

process.env.LOG_LEVEL = 'silent';

const record = (sequence: number, images: object) =>
  ({
    eventID: `event-${sequence}`,
    dynamodb: {
      ...{ SequenceNumber: String(sequence), Keys: { pk: { S: 'p' }, sk: { S: 's' } } },
      ...images,
    },
  }) as unknown as DynamoDBRecord;
const image = (value: number) => ({ value: { N: String(value) } });
const inserted = (sequence: number) => record(sequence, { NewImage: image(sequence) });

test('a record → the change it is: what was, what is, and an id that stays the same', async () => {
  const seen: Change[] = [];
  const main = consume('test', async (change) => void seen.push(change));
  const Records = [
    inserted(1),
    record(2, { OldImage: image(1), NewImage: image(2) }),
    record(3, { OldImage: image(2) }),
  ];
  expect(await main({ Records })).toEqual({ batchItemFailures: [] });
  const key = { pk: 'p', sk: 's' };
  expect(seen).toEqual([
    { eventId: 'event-1', key, before: undefined, after: { value: 1 } },
    { eventId: 'event-2', key, before: { value: 1 }, after: { value: 2 } },
    { eventId: 'event-3', key, before: { value: 2 }, after: undefined },
  ]);
});

test('one record fails → it and what follows come again, what went before does not', async () => {
  const seen: string[] = [];
  const main = consume('test', async ({ eventId }) => {
    if (eventId === 'event-3') throw new Error('cannot');
    seen.push(eventId);
  });
  const Records = [1, 2, 3, 4].map(inserted);
  expect(await main({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: '3' }] });
  expect(seen).toEqual(['event-1', 'event-2']);
});

test('several consumers → each record through all of them in order; the first failure ends it', async () => {
  const seen: string[] = [];
  const noting = (name: string) => async (change: Change) => {
    if (name === 'b' && change.eventId === 'event-2') throw new Error('cannot');
    seen.push(`${name} ${change.eventId}`);
  };
  const main = consume('test', noting('a'), noting('b'));
  expect(await main({ Records: [1, 2, 3].map(inserted) })).toEqual({
    batchItemFailures: [{ itemIdentifier: '2' }],
  });
  expect(seen).toEqual(['a event-1', 'b event-1', 'a event-2']);
});
