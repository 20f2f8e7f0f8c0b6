import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { dayMs } from '#shared/time';
import { now } from './clock';
import { fieldKeysOpened } from './field-keys';
import { faultOf, log } from './log';
import type { Key, Write } from './table';
import { commit, create, itemOf, or } from './table';

/** One change of one item. `eventId` is the same however often the stream delivers it. */
export type Change<T = unknown> = {
  eventId: string;
  key: Key;
  before: T | undefined;
  after: T | undefined;
};
/** Takes the changes it knows by their key and ignores the others. */
export type Consumer = (change: Change) => Promise<void>;

/** The Lambda entry of a stream consumer. A record that fails is reported, and only it and what follows come again. */
export function consume(name: string, ...consumers: Consumer[]) {
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of Records) {
      try {
        await fieldKeysOpened();
        const change = changeOf(record);
        for (const consumer of consumers) await consumer(change);
      } catch (error) {
        const requestId = record.eventID ?? '';
        log({ route: name, status: 500, requestId, tookMs: 0, fault: faultOf(error) });
        const itemIdentifier = record.dynamodb?.SequenceNumber ?? '';
        return { batchItemFailures: [{ itemIdentifier }] };
      }
    }
    return { batchItemFailures: [] };
  };
}

function changeOf({ eventID = '', dynamodb }: DynamoDBRecord): Change {
  return {
    eventId: eventID,
    key: itemOf<Key>(dynamodb?.Keys) ?? { pk: '', sk: '' },
    before: itemOf(dynamodb?.OldImage),
    after: itemOf(dynamodb?.NewImage),
  };
}

/** A stream keeps 24 hours; a marker outlives every redelivery by a week. */
const markerMs = 8 * dayMs;

/** Marks a cause as carried out: a second one with the same marker loses. */
export const marked = (marker: Key): Write =>
  create(marker, { expiresAt: Math.ceil((now() + markerMs) / 1000) });

/** Commits the writes together with the marker of their cause, so that a change delivered twice counts once. */
export async function applyOnce(marker: Key, writes: Write[]): Promise<void> {
  const outcome = await commit([
    or(marked(marker), 'applied'),
    ...writes.map((write) => or(write, 'impossible')),
  ]);
  if (outcome === 'impossible') throw new Error(`cannot apply ${marker.pk}`);
}
