import { execFile } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { marshall } from '@aws-sdk/util-dynamodb';
import { packagedTable } from './packaged';
import type { Size } from './seed/items';
import type { Person } from './seed/seed';
import { seed } from './seed/seed';

type Target = { binary: string; file: string; size: Size; now: number };

/**
 * Makes the engine's database file with the demo's rows in it, around `now` (ms), by the engine's own import: ten times
 * faster than writing row by row.
 */
export async function seedFile({ binary, file, size, now }: Target): Promise<Person[]> {
  const rows: object[] = [];
  const { people } = await seed(async (items) => void rows.push(...items), { now, size });
  const { TableName, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes } = packagedTable();
  const folder = `${file}.import`;
  const data = path.join(folder, 'export', TableName, 'data');
  const [schema, made] = [path.join(folder, 'schema.json'), path.join(folder, 'table.db')];
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  writeFileSync(path.join(data, 'rows.json.gz'), gzipSync(rows.map(exported).join('\n')));
  const Table = { TableName, KeySchema, AttributeDefinitions, GlobalSecondaryIndexes };
  writeFileSync(schema, JSON.stringify({ Table: { ...Table, TableStatus: 'ACTIVE' } }));
  const source = ['--source', path.join(folder, 'export'), '--schema', schema];
  await promisify(execFile)(binary, ['import', ...source, '--output', made]);
  renameSync(made, file);
  rmSync(folder, { recursive: true });
  return people;
}

/** A line of a DynamoDB export; bytes are base64 there. */
const exported = (row: object): string =>
  JSON.stringify({ Item: marshall(row, { removeUndefinedValues: true }) }, (_, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('base64') : bytesOf(value),
  );

const bytesOf = (value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
