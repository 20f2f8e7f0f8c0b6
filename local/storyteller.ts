import { isDeepStrictEqual } from 'node:util';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { At, Key } from '../functions/platform/table';
import { say } from './say';

/** A line of the story that turned out not to be true. */
export class Untrue extends Error {}

/** Runs a step, which gives the sentence that it has proved, and prints it with its number. */
export type Tell = (step: () => Promise<string>) => Promise<void>;

export function storyteller(): { tell: Tell; steps(): number } {
  let steps = 0;
  return {
    tell: async (step) => {
      const sentence = await step();
      steps++;
      say(`${String(steps).padStart(3)}  ${sentence}`);
    },
    steps: () => steps,
  };
}

/** Holds what was found against what must be. */
export function same<T>(found: T, expected: T, what: string): void {
  if (isDeepStrictEqual(found, expected)) return;
  throw new Untrue(`${what}: ${JSON.stringify(found)} ≠ ${JSON.stringify(expected)}`);
}

export function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Untrue(`${what}: 没有`);
  return value;
}

/** The sentence that the phone shows when a call is refused as it must be. */
export async function refusedWith(code: string, call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason as Error & { code?: string },
  );
  same(error?.code ?? error?.message ?? '成功了', code, '应被拒绝');
  return error?.message ?? '';
}

/** Looks into the table itself, past every handler. */
export type Ledger = {
  item<T>(at: At<T>): Promise<T>;
  rows<T>(of: Key, prefix: string): Promise<T[]>;
};

export function ledgerOf(client: DynamoDBClient, TableName: string): Ledger {
  const documents = DynamoDBDocumentClient.from(client);
  return {
    async item<T>({ pk, sk }: At<T>) {
      const ask = { TableName, Key: { pk, sk }, ConsistentRead: true };
      const { Item } = await documents.send(new GetCommand(ask));
      return must(Item as T | undefined, `${pk} ${sk}`);
    },
    async rows<T>({ pk }: Key, prefix: string) {
      const { Items = [] } = await documents.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
          ConsistentRead: true,
        }),
      );
      return Items as T[];
    },
  };
}
