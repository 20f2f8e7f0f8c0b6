import type { Response } from '#shared/api';
import { noticeRoutes } from '#shared/notices';
import type { Mailbox } from '../notices/mailbox.table';
import { emptyMailbox, mailboxAt, sealOpenid } from '../notices/mailbox.table';
import { handle } from '../platform/handle';
import { refuse } from '../platform/refuse';
import { commit, read, save, untilWon } from '../platform/table';
import { personOf } from '../platform/wechat';
import { consentOf } from '../volunteers/consent.rules';
import type { StoredProfile } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import { tapsAfter, tapsOf, templateWords } from './message.rules';
import { isTheirs } from './recipient';
import { templateIds } from './templates';

/** Which messages there are, and how many of each may still come. */
export const subscriptions = handle(
  'GET /me/subscriptions',
  noticeRoutes['GET /me/subscriptions'],
  async (_, { caller: { volunteerId } }) => {
    const [mailbox, profile] = await read(mailboxAt(volunteerId), profileAt(volunteerId));
    return shown(mailbox, profile);
  },
);

/**
 * Keeps what a person tapped for in WeChat's dialog: one message each. The login code says whose WeChat that was, and
 * makes it count once: WeChat takes it a single time.
 */
export const subscribe = handle(
  'POST /me/subscriptions',
  noticeRoutes['POST /me/subscriptions'],
  async ({ loginCode, accepted }, { caller: { volunteerId } }) => {
    const { openid } = await personOf(loginCode);
    if (!(await isTheirs(volunteerId, openid))) return refuse('wechat_differs');
    return untilWon(async () => {
      const at = mailboxAt(volunteerId);
      const [known, profile] = await read(at, profileAt(volunteerId));
      const mailbox = known ?? emptyMailbox;
      const taps = accepted.reduce((sum, template) => tapsAfter(sum, template, 1), mailbox.taps);
      const next = { ...mailbox, taps, sealedOpenid: sealOpenid(volunteerId, openid) };
      await commit([save(at, known, next)]);
      return shown(next, profile);
    });
  },
);

function shown(
  mailbox: Mailbox | undefined,
  profile: StoredProfile | undefined,
): Response<'GET /me/subscriptions'> {
  return {
    subscriptions: [...templateIds()].map(([template, templateId]) => ({
      ...{ template, templateId, ...templateWords[template] },
      left: tapsOf(mailbox?.taps ?? {}, template),
    })),
    paused: consentOf(profile, 'messages')?.withdrawnAt !== undefined,
  };
}
