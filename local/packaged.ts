import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CreateTableCommandInput, TimeToLiveSpecification } from '@aws-sdk/client-dynamodb';
import { packagedFolder } from './folders';

/**
 * What `serverless package` made of serverless.yml: the one definition of routes, stream readers, schedules and the
 * table that the cloud on one machine runs by.
 */
export type PackagedFunction = {
  name: string;
  /** File without its suffix, and the export in it: `dist/functions/points` and `main`. */
  file: string;
  entry: string;
  timeoutMs: number;
  routes: { method: string; path: string }[];
  /** Present on a reader of the table's stream. */
  stream?: StreamSettings;
  /** Present on a scheduled function. */
  everyMinutes?: number;
};
export type StreamSettings = {
  batchSize: number;
  maximumRetryAttempts: number;
  bisectBatchOnFunctionError: boolean;
};
export type PackagedTable = CreateTableCommandInput & {
  TableName: string;
  TimeToLiveSpecification?: TimeToLiveSpecification;
};

/** Reads the functions of the package. */
export function packagedFunctions(): PackagedFunction[] {
  const state = readPackaged<{ service: { functions: Record<string, StatedFunction> } }>(
    'serverless-state.json',
  );
  return Object.entries(state.service.functions).map(([name, stated]) => functionOf(name, stated));
}

/** Reads the table of the package. */
export function packagedTable(): PackagedTable {
  const { Resources } = readPackaged<{ Resources: Record<string, Resource> }>(
    'cloudformation-template-update-stack.json',
  );
  const table = Object.values(Resources).find(({ Type }) => Type === 'AWS::DynamoDB::Table');
  if (!table) throw new Error('serverless.yml defines no table');
  return table.Properties as PackagedTable;
}

type Resource = { Type: string; Properties: unknown };
type StatedFunction = { handler: string; timeout?: number; events?: StatedEvent[] };
type StatedEvent = {
  httpApi?: unknown;
  resolvedMethod?: string;
  resolvedPath?: string;
  stream?: Partial<StreamSettings>;
  schedule?: string | { rate: string | string[] };
};

function readPackaged<T>(file: string): T {
  try {
    return JSON.parse(readFileSync(path.join(packagedFolder, file), 'utf8')) as T;
  } catch {
    throw new Error('The package is missing: run `npm run build:functions` first');
  }
}

function functionOf(name: string, { handler, timeout, events = [] }: StatedFunction) {
  const dot = handler.lastIndexOf('.');
  const stream = events.find((event) => event.stream)?.stream;
  const schedule = events.find((event) => event.schedule)?.schedule;
  return {
    name,
    file: handler.slice(0, dot),
    entry: handler.slice(dot + 1),
    timeoutMs: (timeout ?? 6) * 1000,
    routes: events.flatMap(({ resolvedMethod: method, resolvedPath: at }) =>
      method && at ? [{ method, path: at }] : [],
    ),
    ...(stream && {
      stream: {
        batchSize: stream.batchSize ?? 100,
        maximumRetryAttempts: stream.maximumRetryAttempts ?? 5,
        bisectBatchOnFunctionError: stream.bisectBatchOnFunctionError ?? false,
      },
    }),
    ...(schedule && { everyMinutes: minutesOf(schedule) }),
  };
}

function minutesOf(schedule: NonNullable<StatedEvent['schedule']>): number {
  const rate = typeof schedule === 'string' ? schedule : String(schedule.rate);
  const minutes = /^rate\((\d+) minutes?\)$/.exec(rate)?.[1];
  if (!minutes) throw new Error(`The local cloud cannot run the schedule ${rate}`);
  return Number(minutes);
}
