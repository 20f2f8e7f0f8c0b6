import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { connect } from '../../local/dynamo';
import { startEngine } from '../../local/engine';
import { root } from '../../local/folders';
import { createTable } from '../../local/table';

const folder = (): string => mkdtempSync(path.join(tmpdir(), 'engine-'));

async function tablesAt(endpoint: string): Promise<string[] | 'nobody'> {
  const client = connect(endpoint);
  try {
    return (await client.send(new ListTablesCommand({}))).TableNames ?? [];
  } catch {
    return 'nobody';
  } finally {
    client.destroy();
  }
}

test('two in memory → each with its own table, both gone after stop', async () => {
  const [one, two] = await Promise.all([startEngine(), startEngine()]);
  const client = connect(one.endpoint);
  const tableName = await createTable(client);
  client.destroy();
  expect(await tablesAt(one.endpoint)).toEqual([tableName]);
  expect(await tablesAt(two.endpoint)).toEqual([]);
  await Promise.all([one.stop(), two.stop()]);
  expect(await tablesAt(one.endpoint)).toBe('nobody');
});

test('on disk → refused while held; the table is there after a restart', async () => {
  const at = folder();
  const first = await startEngine({ folder: at });
  const client = connect(first.endpoint);
  const tableName = await createTable(client);
  client.destroy();
  await expect(startEngine({ folder: at })).rejects.toThrow(`process ${process.pid}`);
  await first.stop();
  const second = await startEngine({ folder: at });
  expect(await tablesAt(second.endpoint)).toEqual([tableName]);
  await second.stop();
});

test('its process is killed without warning → the engine ends too, and the folder is free', async () => {
  const at = folder();
  const script = `require('./local/engine').startEngine({ folder: ${JSON.stringify(at)} })
    .then(({ endpoint }) => console.log(endpoint))`;
  const parent = spawn(process.execPath, ['--import', 'tsx', '-e', script], { cwd: root });
  const endpoint = await new Promise<string>((resolve) =>
    parent.stdout.once('data', (line: Buffer) => resolve(line.toString().trim())),
  );
  expect(await tablesAt(endpoint)).toEqual([]);
  parent.kill('SIGKILL');
  const until = Date.now() + 10_000;
  while ((await tablesAt(endpoint)) !== 'nobody' && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await tablesAt(endpoint)).toBe('nobody');
  const next = await startEngine({ folder: at });
  await next.stop();
});

test('another server is named → it is used; one of our own, as the local cloud names it, is not', async () => {
  const own = await startEngine();
  try {
    process.env.DYNAMODB_ENDPOINT = 'http://127.0.0.1:8000';
    const other = await startEngine();
    expect(other.endpoint).toBe('http://127.0.0.1:8000');
    await other.stop();
    process.env.DYNAMODB_ENDPOINT = own.endpoint;
    const second = await startEngine();
    expect(second.endpoint).not.toBe(own.endpoint);
    await second.stop();
  } finally {
    delete process.env.DYNAMODB_ENDPOINT;
    await own.stop();
  }
});

test('no engine for this platform → says what to install', async () => {
  const { arch } = process;
  Object.defineProperty(process, 'arch', { value: 'pdp11' });
  try {
    await expect(startEngine()).rejects.toThrow(
      `npm install --no-save @dynoxide/${process.platform}-pdp11@`,
    );
  } finally {
    Object.defineProperty(process, 'arch', { value: arch });
  }
});
