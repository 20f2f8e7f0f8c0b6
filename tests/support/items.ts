import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { QueryCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { connect } from '../../local/dynamo';

/** What the table really holds, read past all code of the product. */
export type Item = Record<string, unknown> & { pk: string; sk: string };

/** A connection of the test's own for one reading. */
async function reading<T>(read: (client: DynamoDBClient) => Promise<T>): Promise<T> {
  const client = connect(process.env.DYNAMODB_ENDPOINT ?? '');
  try {
    return await read(client);
  } finally {
    client.destroy();
  }
}

/** All items of a partition, in the order of their sort keys. */
export async function itemsOf(pk: string): Promise<Item[]> {
  const query = new QueryCommand({
    TableName: process.env.TABLE_NAME,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: pk } },
    ConsistentRead: true,
  });
  const { Items = [] } = await reading((client) => client.send(query));
  return Items.map((item) => unmarshall(item) as Item);
}

/** Every item of the table. */
export async function allItems(): Promise<Item[]> {
  const items: Item[] = [];
  let ExclusiveStartKey: Record<string, never> | undefined;
  do {
    const scan = new ScanCommand({ TableName: process.env.TABLE_NAME, ExclusiveStartKey });
    const page = await reading((client) => client.send(scan));
    items.push(...(page.Items ?? []).map((item) => unmarshall(item) as Item));
    ExclusiveStartKey = page.LastEvaluatedKey as Record<string, never> | undefined;
  } while (ExclusiveStartKey);
  return items;
}
