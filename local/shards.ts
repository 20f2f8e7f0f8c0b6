import type { _Record, DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import {
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { StreamRecord } from './delivery';

/** What a shard holds next; `advance` moves on after it. */
export type Page = { shardId: string; records: StreamRecord[]; advance(): void };

const pageRecords = 1_000;

/**
 * Reads a table's stream page by page. `placeOf` gives the sequence number after which a shard is to be read;
 * undefined: from its oldest record.
 */
export function createShards(
  client: DynamoDBStreamsClient,
  StreamArn: string,
  placeOf: (shardId: string) => string | undefined,
) {
  const iterators = new Map<string, string | undefined>();

  const begin = async (ShardId: string) => {
    const place = placeOf(ShardId);
    const oldest = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' } as const;
    if (!place) return client.send(new GetShardIteratorCommand(oldest));
    const after = { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: place } as const;
    return client
      .send(new GetShardIteratorCommand({ ...oldest, ...after }))
      .catch(() => client.send(new GetShardIteratorCommand(oldest))); // The stream no longer holds that place.
  };

  const pageOf = async (shardId: string): Promise<Page[]> => {
    if (!iterators.has(shardId)) iterators.set(shardId, (await begin(shardId)).ShardIterator);
    const ShardIterator = iterators.get(shardId);
    if (!ShardIterator) return [];
    const { Records = [], NextShardIterator } = await client.send(
      new GetRecordsCommand({ ShardIterator, Limit: pageRecords }),
    );
    const advance = () => void iterators.set(shardId, NextShardIterator);
    return [{ shardId, records: Records.map(asDelivered), advance }];
  };

  return {
    /** The next page of every shard; the same one again until it was advanced. */
    async pages(): Promise<Page[]> {
      const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
      const shards = StreamDescription?.Shards ?? [];
      return (await Promise.all(shards.map(({ ShardId = '' }) => pageOf(ShardId)))).flat();
    },
  };
}

/** The form in which Lambda hands a record over: the time in whole seconds. */
function asDelivered({ dynamodb, ...record }: _Record): StreamRecord {
  const { ApproximateCreationDateTime: at, SequenceNumber = '', ...images } = dynamodb ?? {};
  return {
    ...record,
    dynamodb: {
      ...images,
      SequenceNumber,
      ...(at && { ApproximateCreationDateTime: Math.floor(at.getTime() / 1000) }),
    },
  } as StreamRecord;
}
