import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { connect, connectStreams } from '../../local/dynamo';
import type { Engine } from '../../local/engine';
import { startEngine } from '../../local/engine';
import type { Reader } from '../../local/pump';
import { createPump } from '../../local/pump';
import { createTable, openStream } from '../../local/table';

type Delivered = { dynamodb: { Keys?: { pk?: { S?: string } }; SequenceNumber: string } };
type Event = { Records: Delivered[] };

let engine: Engine;
let put: (pk: string) => Promise<void>;
let streamArn: string;

beforeEach(async () => {
  engine = await startEngine();
  const client = connect(engine.endpoint);
  const TableName = await createTable(client);
  const documents = DynamoDBDocumentClient.from(client);
  put = async (pk) => {
    await documents.send(new PutCommand({ TableName, Item: { pk, sk: '#' } }));
  };
  await put('before the stream');
  streamArn = await openStream(client);
});
afterEach(() => engine.stop());

const keysOf = ({ Records }: Event): string[] =>
  Records.map(({ dynamodb }) => dynamodb.Keys?.pk?.S ?? '');

function readerOf(name: string, call: (event: Event) => Promise<unknown>): Reader {
  const settings = { batchSize: 2, maximumRetryAttempts: 1, bisectBatchOnFunctionError: true };
  return { name, ...settings, call: (event) => call(event as Event) };
}

const pumpWith = (readers: Reader[], placesFile?: string) =>
  createPump({
    client: connectStreams(engine.endpoint),
    streamArn,
    readers,
    ...(placesFile && { placesFile }),
  });

test('drain → every reader has seen everything since the stream was opened, in batches, in order', async () => {
  const seen: Record<string, string[][]> = { one: [], two: [] };
  const pump = pumpWith(
    Object.entries(seen).map(([name, batches]) =>
      readerOf(name, async (event) => void batches.push(keysOf(event))),
    ),
  );
  for (const pk of ['a', 'b', 'c']) await put(pk);
  expect(await pump.drain()).toBe(6);
  expect(seen).toEqual({ one: [['a', 'b'], ['c']], two: [['a', 'b'], ['c']] });
  expect(await pump.drain()).toBe(0);
});

test('a reader that writes → drain waits for what it wrote', async () => {
  const seen: string[] = [];
  const effects = readerOf('effects', async (event) => {
    for (const key of keysOf(event)) if (!key.startsWith('effect')) await put(`effect of ${key}`);
  });
  const projections = readerOf('projections', async (event) => void seen.push(...keysOf(event)));
  await put('a');
  await pumpWith([effects, projections]).drain();
  expect(seen).toEqual(['a', 'effect of a']);
});

test('one reader fails for ever → a dead letter of its own, the other reader sees everything', async () => {
  const seen: string[] = [];
  const pump = pumpWith([
    readerOf('broken', async () => Promise.reject(new Error('broken'))),
    readerOf('whole', async (event) => void seen.push(...keysOf(event))),
  ]);
  await put('a');
  await pump.drain();
  expect(seen).toEqual(['a']);
  expect(pump.dead).toEqual([
    { reader: 'broken', reason: 'broken', sequenceNumbers: [expect.any(String)] },
  ]);
});

test('a restart → goes on where it was', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'places-')), 'stream.json');
  const seen: string[] = [];
  const reader = readerOf('one', async (event) => void seen.push(...keysOf(event)));
  await put('a');
  await pumpWith([reader], file).drain();
  await put('b');
  await pumpWith([reader], file).drain();
  expect(seen).toEqual(['a', 'b']);
});

test('in the background, with a drain beside it → every record is delivered once', async () => {
  const seen: string[] = [];
  const pump = pumpWith([readerOf('one', async (event) => void seen.push(...keysOf(event)))]);
  pump.run();
  for (const pk of ['a', 'b', 'c', 'd']) {
    await put(pk);
    await pump.drain();
  }
  await pump.stop();
  expect(seen).toEqual(['a', 'b', 'c', 'd']);
});
