import { minuteMs } from '#shared/time';
import { messagesDueIndex } from '../indexes';
import type { Mailbox } from '../notices/mailbox.table';
import { mailboxAt } from '../notices/mailbox.table';
import { now as timeNow } from '../platform/clock';
import { tried } from '../platform/log';
import { pagesOf } from '../platform/pages';
import type { Write } from '../platform/table';
import { commit, read, replace, untilWon } from '../platform/table';
import { sendSubscribed } from '../platform/wechat-messages';
import { consentOf } from '../volunteers/consent.rules';
import { profileAt } from '../volunteers/volunteer.table';
import type { Message, SendOutcome, Settlement } from './message.rules';
import { afterEvent, fieldsOf, isStale, settle, tapsAfter } from './message.rules';
import { atMessage, ended, listed, queueShards } from './message.table';
import { recipientOf } from './recipient';
import { templateIds } from './templates';

/** A run ends after this long; the next one goes on. So many messages are under way at once. */
const runMs = 100_000;
const lanes = 10;
/** Longer than any answer of WeChat's takes: what is still marked then was left behind by a run that broke off. */
const markMs = 10 * minuteMs;

/** Sends what is due. Two runs at once send nothing twice: each message is marked by one of them before it is sent. */
export async function sendMessages({ now }: { now: number }): Promise<void> {
  const endsAt = Date.now() + runMs;
  for (let shard = 0; shard < queueShards; shard++) {
    const listed = { index: 'gx2', pk: messagesDueIndex(shard), limit: 50 } as const;
    for await (const page of pagesOf<Message>(listed)) {
      const due = page.filter(({ dueAt }) => dueAt <= now);
      await inLanes(due, (message) => tried('messages', () => deliver(message, now)));
      // The index is in the order of the times: behind one that is not due, none is.
      if (due.length < page.length || Date.now() >= endsAt) break;
    }
  }
}

async function inLanes<T>(items: T[], run: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function deliver(named: Message, now: number): Promise<void> {
  const marked = await untilWon(() => mark(named, now));
  if (!marked) return;
  const { message, openid, templateId } = marked;
  const outcome = await sendSubscribed({
    ...{ openid, templateId, page: 'notices/inbox/index', fields: fieldsOf(message) },
  });
  await untilWon(() => record(message, outcome));
}

/**
 * Marks the message as in WeChat's hands, by whoever is first. One that a broken run left marked may have arrived, so
 * it is never sent again; one that is not wanted any more is dropped.
 */
async function mark(named: Message, now: number) {
  const { volunteerId } = named;
  const [message, mailbox, profile] = await read(
    atMessage(named),
    mailboxAt(volunteerId),
    profileAt(volunteerId),
  );
  if (!message || message.dueAt > now || !['queued', 'marked'].includes(message.state)) return;
  if (message.state === 'marked') {
    await close(message, mailbox, { event: 'lose', taps: 'kept' });
    return;
  }
  const templateId = templateIds().get(message.template);
  const openid = await recipientOf(volunteerId, mailbox);
  const withdrawn = consentOf(profile, 'messages')?.withdrawnAt !== undefined;
  if (!openid || !templateId || withdrawn || isStale(message, now)) {
    await close(message, mailbox, { event: 'drop', taps: 'given_back' });
    return;
  }
  const next: Message = {
    ...{ ...message, state: 'marked', attempts: message.attempts + 1, dueAt: now + markMs },
  };
  await commit([replace(atMessage(message), listed(next))]);
  return { message: { ...next, version: next.version + 1 }, openid, templateId };
}

/** Writes down what became of a try, unless the clock gave it up meanwhile. */
async function record(sent: Message, outcome: SendOutcome): Promise<void> {
  const [message, mailbox] = await read(atMessage(sent), mailboxAt(sent.volunteerId));
  if (!message || message.version !== sent.version) return;
  await close(message, mailbox, settle(outcome, message.attempts));
}

type Closing = Omit<Settlement, 'event'> & { event: Settlement['event'] | 'drop' };

async function close(message: Message, mailbox: Mailbox | undefined, by: Closing): Promise<void> {
  const state = afterEvent(message.state, by.event);
  if (!state) throw new Error(`a message cannot go from ${message.state} by ${by.event}`);
  const now = timeNow();
  const { errcode, waitMs = 0 } = by;
  const next = { ...message, state, ...(errcode !== undefined && { errcode }) };
  await commit([
    replace(
      atMessage(message),
      state === 'queued' ? listed({ ...next, dueAt: now + waitMs }) : ended(next, now),
    ),
    ...tapWrites(message, mailbox, by.taps),
  ]);
}

function tapWrites(
  { volunteerId, template }: Message,
  mailbox: Mailbox | undefined,
  word: Settlement['taps'],
): Write[] {
  if (!mailbox || word === 'kept') return [];
  const taps =
    word === 'none_left'
      ? { ...mailbox.taps, [template]: 0 }
      : tapsAfter(mailbox.taps, template, 1);
  return [replace(mailboxAt(volunteerId), { ...mailbox, taps })];
}
