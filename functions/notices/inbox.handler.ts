import { noticeRoutes } from '#shared/notices';
import { noticePrefix, profileKey } from '../keys';
import { handle } from '../platform/handle';
import { commit, query, read, save, untilWon } from '../platform/table';
import { emptyMailbox, mailboxAt } from './mailbox.table';
import type { Notice } from './notice.table';

/** Unread notices are counted so far; nobody reads a larger number. */
const countMax = 50;

const inboxOf = (volunteerId: string) =>
  ({ pk: profileKey(volunteerId).pk, prefix: noticePrefix, newestFirst: true }) as const;

/** What I was told, newest first. */
export const inbox = handle(
  'GET /me/notices',
  noticeRoutes['GET /me/notices'],
  async ({ cursor, limit }, { caller: { volunteerId }, now }) => {
    const mine = inboxOf(volunteerId);
    const [[mailbox = emptyMailbox], page, newest] = await Promise.all([
      read(mailboxAt(volunteerId)),
      query<Notice>({ ...mine, limit, cursor }),
      query<Pick<Notice, 'at'>>({ ...mine, limit: countMax }),
    ]);
    const isUnread = ({ at }: Pick<Notice, 'at'>) => at > mailbox.readUntil;
    return {
      notices: page.items.map((notice) => ({
        noticeId: notice.noticeId,
        kind: notice.kind,
        text: notice.text,
        link: notice.link,
        at: notice.at,
        unread: isUnread(notice),
      })),
      unread: newest.items.filter(isUnread).length,
      cursor: page.cursor,
      now,
    };
  },
);

/** Marks everything up to a notice as read. What is read stays read; what comes later does not get lost in it. */
export const markRead = handle(
  'PUT /me/notices/read',
  noticeRoutes['PUT /me/notices/read'],
  async ({ until }, { caller: { volunteerId }, now }) =>
    untilWon(async () => {
      const at = mailboxAt(volunteerId);
      const [mailbox] = await read(at);
      const readUntil = Math.min(until, now);
      if (readUntil > (mailbox?.readUntil ?? 0)) {
        await commit([save(at, mailbox, { ...(mailbox ?? emptyMailbox), readUntil })]);
      }
      return { done: true };
    }),
);
