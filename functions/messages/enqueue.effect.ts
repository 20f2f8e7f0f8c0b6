import { isNoticeKey } from '../keys';
import { mailboxAt } from '../notices/mailbox.table';
import type { Notice } from '../notices/notice.table';
import { now } from '../platform/clock';
import type { Change } from '../platform/stream';
import { commit, create, read, replace, untilWon } from '../platform/table';
import type { Message } from './message.rules';
import { isStale, tapsAfter, tapsOf, templateOf } from './message.rules';
import { listed, messageAt } from './message.table';
import { templateIds } from './templates';

/**
 * Whoever is told something that they tapped for gets it by WeChat, too: the message and the tap that pays for it in
 * one transaction, so that the same notice delivered again takes nothing. Sending is the clock's work: a slow WeChat
 * never holds up a place on the waiting list.
 */
export async function enqueueMessage({ key, before, after }: Change): Promise<void> {
  if (!isNoticeKey(key) || before !== undefined || after === undefined) return;
  const notice = after as Notice;
  const template = templateOf(notice.kind);
  if (!template || !templateIds().has(template) || isStale(notice, now())) return;
  const { volunteerId, noticeId, kind, text, at } = notice;
  const place = messageAt(volunteerId, at, noticeId);
  await untilWon(async () => {
    const [known, mailbox] = await read(place, mailboxAt(volunteerId));
    if (known || !mailbox?.sealedOpenid || tapsOf(mailbox.taps, template) === 0) return;
    const message: Message = {
      ...{ version: 1, volunteerId, noticeId, kind, text, at, template },
      ...{ state: 'queued', attempts: 0, dueAt: now() },
    };
    const taps = tapsAfter(mailbox.taps, template, -1);
    await commit([
      create(place, listed(message)),
      replace(mailboxAt(volunteerId), { ...mailbox, taps }),
    ]);
  });
}
