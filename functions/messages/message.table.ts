import { dayMs } from '#shared/time';
import { deadMessagesIndex, dueSortOf, messagesDueIndex } from '../indexes';
import { messageKey, shardOf } from '../keys';
import type { At } from '../platform/table';
import type { Message } from './message.rules';

export const messageAt = (volunteer: string, at: number, notice: string): At<Message> =>
  messageKey(volunteer, at, notice);
export const atMessage = ({ volunteerId, at, noticeId }: Message): At<Message> =>
  messageAt(volunteerId, at, noticeId);

/** The queue is spread over so many partitions of the index. */
export const queueShards = 4;
/** What is settled stays so long to be looked into. */
const keepMs = 30 * dayMs;

/** The message where the clock finds it when it is due. */
export function listed(message: Message): Message {
  const { volunteerId, noticeId, dueAt } = message;
  return {
    ...message,
    gx2pk: messagesDueIndex(shardOf(volunteerId, queueShards)),
    gx2sk: dueSortOf(dueAt, volunteerId, noticeId),
  };
}

/** The message when it has come to its end; one that was given up stands in a list of its own. */
export function ended(message: Message, now: number): Message {
  const { gx2pk: _, gx2sk: __, ...rest } = message;
  const { state, volunteerId, noticeId } = message;
  const dead = state === 'dead' || state === 'unknown';
  return {
    ...rest,
    expiresAt: Math.ceil((now + keepMs) / 1000),
    ...(dead && { gx2pk: deadMessagesIndex, gx2sk: dueSortOf(now, volunteerId, noticeId) }),
  };
}
