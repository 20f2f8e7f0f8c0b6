import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { connect } from '../../local/dynamo';

/** Puts items past all code of the product, 25 a request: for what no route of the product makes. */
export async function putAll(items: readonly object[]): Promise<void> {
  const client = connect(process.env.DYNAMODB_ENDPOINT ?? '');
  const documents = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  for (let from = 0; from < items.length; from += 25) {
    const puts = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
    const RequestItems = { [process.env.TABLE_NAME ?? '']: puts };
    await documents.send(new BatchWriteCommand({ RequestItems }));
  }
  client.destroy();
}
