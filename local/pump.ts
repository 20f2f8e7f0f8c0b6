import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { StreamRecord } from './delivery';
import { deliverBatch } from './delivery';
import { keep, readKept } from './kept';
import type { StreamSettings } from './packaged';
import { createShards } from './shards';

/** A function that reads the stream, at its own pace. `call` runs it with one event. */
export type Reader = StreamSettings & {
  name: string;
  call: (event: { Records: StreamRecord[] }) => Promise<unknown>;
};
/** Records that a reader could not take: in the cloud, a message in its failure queue. */
export type DeadLetter = { reader: string; reason: string; sequenceNumbers: string[] };
export type Pump = {
  /** Resolves when every reader has seen everything, what they wrote themselves included. Gives the records read. */
  drain(): Promise<number>;
  /** Delivers in the background until `stop`: at once after `wake`, else within a second. */
  run(): void;
  wake(): void;
  stop(): Promise<void>;
  readonly dead: readonly DeadLetter[];
};
type Settings = {
  client: DynamoDBStreamsClient;
  streamArn: string;
  readers: Reader[];
  /** Keeps each reader's place over a restart. */
  placesFile?: string;
  onDead?: (letter: DeadLetter) => void;
  /** How long to wait before the n-th repetition, in ms. */
  pauseMs?: (attempt: number) => number;
};

const shortestNapMs = 25;
const longestNapMs = 1_000;
/** A reader that answers its own writes without end is a fault to be seen, not a drain that never ends. */
const roundsMax = 1_000;

/** Pumps the table's stream into its readers as Lambda's event source mappings do. */
export function createPump(settings: Settings): Pump {
  const dead: DeadLetter[] = [];
  const places = placesIn(settings.placesFile);
  const onDead = (letter: DeadLetter) => {
    dead.push(letter);
    settings.onDead?.(letter);
  };
  const steps = settings.readers.map((reader) => stepOf(reader, { ...settings, onDead }, places));
  const sweep = async () => {
    const read = await Promise.all(steps.map((step) => step()));
    places.keep();
    return read.reduce((sum, count) => sum + count, 0);
  };
  const inTurn = queue();
  const background = inBackground(() => inTurn(sweep).catch(() => 0));
  return { dead, drain: () => inTurn(() => untilNothing(sweep)), ...background };
}

/** Works again and again, at ever longer intervals while there is nothing to do. */
function inBackground(work: () => Promise<number>) {
  let running = false;
  let loop = Promise.resolve();
  let napMs = shortestNapMs;
  let wakeUp = () => {};
  const wake = () => {
    napMs = shortestNapMs;
    wakeUp();
  };
  const nap = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, napMs);
      napMs = Math.min(longestNapMs, napMs * 2);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const untilStopped = async () => {
    while (running) {
      if ((await work()) > 0) napMs = shortestNapMs;
      else await nap();
    }
  };
  return {
    wake,
    run() {
      if (running) return;
      running = true;
      loop = untilStopped();
    },
    async stop() {
      running = false;
      wake();
      await loop;
    },
  };
}

/** One piece of work at a time: the background and a drain never deliver the same record twice. */
function queue() {
  let turn: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
}

async function untilNothing(sweep: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let round = 0; round < roundsMax; round++) {
    const read = await sweep();
    if (read === 0) return total;
    total += read;
  }
  throw new Error('The stream does not come to rest: a reader answers its own writes');
}

/** One step of a reader through the stream; gives the number of records it read. */
function stepOf(
  reader: Reader,
  { client, streamArn, onDead, pauseMs = () => 0 }: Settings,
  places: Places,
) {
  const keyOf = (shardId: string) => `${reader.name} ${shardId}`;
  const shards = createShards(client, streamArn, (shardId) => places.of.get(keyOf(shardId)));
  const terms = {
    ...reader,
    deliver: (Records: StreamRecord[]) => reader.call({ Records }),
    pause: (attempt: number) =>
      new Promise<void>((resolve) => setTimeout(resolve, pauseMs(attempt))),
    onDead: (records: StreamRecord[], reason: string) => {
      const sequenceNumbers = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
      onDead?.({ reader: reader.name, reason, sequenceNumbers });
    },
  };
  const deliver = async (records: StreamRecord[]) => {
    for (let from = 0; from < records.length; from += reader.batchSize) {
      await deliverBatch(records.slice(from, from + reader.batchSize), terms);
    }
  };
  return async (): Promise<number> => {
    let read = 0;
    for (const { shardId, records, advance } of await shards.pages()) {
      await deliver(records);
      advance();
      const last = records.at(-1)?.dynamodb.SequenceNumber;
      if (last) places.of.set(keyOf(shardId), last);
      read += records.length;
    }
    return read;
  };
}

type Places = { of: Map<string, string>; keep(): void };

/** Where each reader is in each shard; kept in a file if there is one. */
function placesIn(file: string | undefined): Places {
  const known = (file && readKept<Record<string, string>>(file)) || {};
  const of = new Map(Object.entries(known));
  let kept = JSON.stringify(known);
  return {
    of,
    keep() {
      const places = Object.fromEntries(of);
      if (!file || JSON.stringify(places) === kept) return;
      keep(file, places);
      kept = JSON.stringify(places);
    },
  };
}
