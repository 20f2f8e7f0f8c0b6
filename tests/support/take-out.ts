import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { connect } from '../../local/dynamo';

/** Deletes rows past all code of the product, which itself may not: for what somebody with the keys could do. */
export async function takeOut(rows: readonly { pk: string; sk: string }[]): Promise<void> {
  const client = connect(process.env.DYNAMODB_ENDPOINT ?? '');
  const documents = DynamoDBDocumentClient.from(client);
  for (let from = 0; from < rows.length; from += 25) {
    const deletes = rows
      .slice(from, from + 25)
      .map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }));
    const RequestItems = { [process.env.TABLE_NAME ?? '']: deletes };
    await documents.send(new BatchWriteCommand({ RequestItems }));
  }
  client.destroy();
}
