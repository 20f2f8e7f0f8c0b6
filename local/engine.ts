import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Lock } from './lock';
import { takeLock } from './lock';
import { freePort } from './ports';

/** A running DynamoDB-compatible server. `lock` is present when it keeps its data in a folder. */
export type Engine = { endpoint: string; stop(): Promise<void>; lock?: Lock };

const engineVersion = '1.2.1';
const readyWithinMs = 10_000;
const attempts = 3;

type Settings = {
  folder?: string;
  /** Makes the database file of a folder that has none yet, before the engine opens it. */
  fill?: (file: string) => Promise<void>;
};

/**
 * Starts the embedded engine on a free port: in memory, or on disk in `folder`, which is locked. It ends with this
 * process, however that ends. `DYNAMODB_ENDPOINT` names another server to use instead.
 */
export async function startEngine({ folder, fill }: Settings = {}): Promise<Engine> {
  const lock = folder === undefined ? undefined : takeLock(folder);
  try {
    const { endpoint, stop } = await startServer(folder && path.join(folder, 'table.db'), fill);
    const stopAll = async () => {
      await stop();
      lock?.release();
    };
    return { endpoint, stop: stopAll, ...(lock && { lock }) };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function startServer(file: string | undefined, fill: Settings['fill']): Promise<Engine> {
  const named = process.env.DYNAMODB_ENDPOINT;
  if (named && !embedded.has(named)) return { endpoint: named, stop: async () => {} };
  if (file && fill && !existsSync(file)) await fill(file);
  return startEmbedded(file);
}

/** Engines of this process. The local cloud names one of them to its functions, which is no wish for another server. */
const embedded = new Set<string>();

async function startEmbedded(database: string | undefined): Promise<Engine> {
  const binary = engineBinary();
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const args = ['serve', '--port', String(port), ...(database ? ['--db-path', database] : [])];
    const child = tethered(binary, args);
    const endpoint = `http://127.0.0.1:${port}`;
    if (await isReady(endpoint, child)) {
      embedded.add(endpoint);
      return { endpoint, stop: () => stopped(child) };
    }
    await stopped(child);
    if (attempt === attempts) throw new Error('The DynamoDB engine did not start');
  }
}

/** The engine's program for this platform. */
export function engineBinary(): string {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    const folder = path.dirname(require.resolve(`${name}/package.json`));
    return path.join(folder, process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
  } catch {
    throw new Error(
      `The DynamoDB engine for ${process.platform}-${process.arch} is not installed. ` +
        `Run: npm install --no-save ${name}@${engineVersion}\n` +
        'Or set DYNAMODB_ENDPOINT to a DynamoDB-compatible server.',
    );
  }
}

/**
 * A shell holds the other end of a pipe to us and ends the engine when the pipe breaks, which also a SIGKILL of this
 * process does. In its own process group, so that Ctrl-C reaches us first and the last writes are still taken.
 */
const shellTether =
  'exec 3<&0; "$0" "$@" 3<&- & engine=$!; (cat <&3 >/dev/null; kill $engine 2>/dev/null) & wait $engine';
const nodeTether =
  "const e=require('child_process').spawn(process.argv[1],process.argv.slice(2),{stdio:'ignore'});" +
  "e.on('exit',()=>process.exit());process.stdin.on('close',()=>e.kill()).resume()";

function tethered(binary: string, args: string[]): ChildProcess {
  const [command, first] =
    process.platform === 'win32'
      ? [process.execPath, ['-e', nodeTether]]
      : ['/bin/sh', ['-c', shellTether]];
  return spawn(command, [...first, binary, ...args], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    windowsHide: true,
  });
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.stdin?.destroy();
  });
}

/** Asks until a real request is answered. False: the engine ended, or was too slow. */
async function isReady(endpoint: string, child: ChildProcess): Promise<boolean> {
  const lastMoment = Date.now() + readyWithinMs;
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  while (!ended && Date.now() < lastMoment) {
    if (await answers(endpoint)) return true;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return false;
}

async function answers(endpoint: string): Promise<boolean> {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'DynamoDB_20120810.ListTables',
    'x-amz-date': '20260101T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  };
  const signal = AbortSignal.timeout(1_000);
  return fetch(endpoint, { method: 'POST', headers, body: '{}', signal }).then(
    (answer) => answer.ok,
    () => false,
  );
}
