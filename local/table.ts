import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ResourceNotFoundException,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import type { PackagedTable } from './packaged';
import { packagedTable } from './packaged';

/** Makes the table of the packaged CloudFormation unless it is there. Its stream is still off. */
export async function createTable(client: DynamoDBClient): Promise<string> {
  const { TimeToLiveSpecification, ...definition } = packagedTable();
  const { TableName } = definition;
  if (!(await describe(client, TableName))) {
    await client.send(new CreateTableCommand(tableOnly(definition)));
  }
  const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
  if (TimeToLiveSpecification && !TimeToLiveDescription?.AttributeName) {
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  }
  return TableName;
}

/** Switches the table's stream on, from now: what a seed wrote before is no event. Gives the stream's ARN. */
export async function openStream(client: DynamoDBClient): Promise<string> {
  const { TableName, StreamSpecification } = packagedTable();
  const known = (await describe(client, TableName))?.LatestStreamArn;
  if (known) return known;
  await client.send(
    new UpdateTableCommand({
      TableName,
      StreamSpecification: { ...StreamSpecification, StreamEnabled: true },
    }),
  );
  const opened = (await describe(client, TableName))?.LatestStreamArn;
  if (!opened) throw new Error(`The server at hand gives ${TableName} no stream`);
  return opened;
}

async function describe(client: DynamoDBClient, TableName: string) {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
}

/** CloudFormation says more than the API's call takes: backups, encryption and tags are AWS's own affair. */
function tableOnly({
  TableName,
  AttributeDefinitions,
  KeySchema,
  GlobalSecondaryIndexes,
  BillingMode,
}: PackagedTable): PackagedTable {
  return { TableName, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode };
}
