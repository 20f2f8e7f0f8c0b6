import path from 'node:path';
import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { keptOffsetMs } from './clock';
import { connect } from './dynamo';
import { engineBinary } from './engine';
import { keep, readKept } from './kept';
import type { Size } from './seed/items';
import type { Person } from './seed/seed';
import { seed as seedWith } from './seed/seed';
import { seedFile } from './seed-file';

/** Whom one can be, and when the rows were made (ms of the cloud's time). Kept, so that a folder is seeded once. */
type Seeded = { people: Person[]; at: number };
type Wish = { folder?: string; seed: Size | 'nothing' };

/** Fills the database file of a folder's first start, before the engine opens it. */
export async function seedNewFile({ folder, seed, file }: Wish & { file: string }): Promise<void> {
  if (seed === 'nothing') return;
  const at = timeIn(folder);
  const people = await seedFile({ binary: engineBinary(), file, size: seed, now: at });
  note(folder, { people, at });
}

/**
 * Seeds a table through its API unless its folder has been seeded. The table's stream is off until then: the seed
 * holds its own sums.
 */
export async function seedOnce({ folder, seed, ...table }: Wish & Table): Promise<Seeded> {
  const known = folder && readKept<Seeded>(fileIn(folder));
  if (known) return known;
  const at = timeIn(folder);
  const people = seed === 'nothing' ? [] : await seedTable(table, { size: seed, now: at });
  return seed === 'nothing' ? { people, at } : note(folder, { people, at });
}

type Table = { endpoint: string; tableName: string };

const fileIn = (folder: string): string => path.join(folder, 'people.json');
const timeIn = (folder: string | undefined): number =>
  Date.now() + keptOffsetMs(folder && path.join(folder, 'clock.json'));

function note(folder: string | undefined, seeded: Seeded): Seeded {
  if (folder) keep(fileIn(folder), seeded);
  return seeded;
}

async function seedTable(
  { endpoint, tableName }: Table,
  options: { size: Size; now: number },
): Promise<Person[]> {
  const client = connect(endpoint);
  const documents = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const put = async (items: object[]) => {
    const puts = items.map((Item) => ({ PutRequest: { Item } }));
    let RequestItems: Record<string, object[]> = { [tableName]: puts };
    while (Object.keys(RequestItems).length > 0) {
      const answer = await documents.send(new BatchWriteCommand({ RequestItems }));
      RequestItems = answer.UnprocessedItems ?? {};
    }
  };
  try {
    return (await seedWith(put, options)).people;
  } finally {
    client.destroy();
  }
}
