import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';

/** One request takes 25 rows; so many requests are under way at once. */
const batchSize = 25;
const lanes = 8;

/** Rows that a bench begins with. */
export async function putAll(client: DynamoDBClient, items: object[]): Promise<void> {
  const TableName = process.env.TABLE_NAME ?? '';
  let from = 0;
  const lane = async (): Promise<void> => {
    while (from < items.length) {
      const batch = items.slice(from, from + batchSize);
      from += batchSize;
      const puts = batch.map((item) => ({
        PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) },
      }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: puts } }));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
