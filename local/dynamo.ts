import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';

// The SDK's farewell to Node 20 would stand in every terminal; Lambda runs a newer one.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

/** What every client of the engine needs; the engine itself checks neither. */
export const localAws = {
  AWS_REGION: 'local',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
} as const;

const settings = (endpoint: string) => ({
  endpoint,
  region: process.env.AWS_REGION ?? localAws.AWS_REGION,
  credentials: {
    accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? localAws.AWS_ACCESS_KEY_ID,
    secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? localAws.AWS_SECRET_ACCESS_KEY,
  },
});

export const connect = (endpoint: string): DynamoDBClient => new DynamoDBClient(settings(endpoint));
export const connectStreams = (endpoint: string): DynamoDBStreamsClient =>
  new DynamoDBStreamsClient(settings(endpoint));
