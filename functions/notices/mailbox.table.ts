import type { MessageTemplate } from '#shared/notices';
import { mailboxKey } from '../keys';
import type { At } from '../platform/table';
import { seal, unseal } from '../platform/vault';

/**
 * What somebody has read, and what WeChat may still bring them: so many messages of each group as they tapped for.
 * The openid is sealed; it serves to address a message, and is no way in.
 */
export type Mailbox = {
  version: number;
  /** Everything up to this time (ms) has been on screen. */
  readUntil: number;
  taps: Partial<Record<MessageTemplate, number>>;
  sealedOpenid?: string;
};

export const emptyMailbox: Mailbox = { version: 1, readUntil: 0, taps: {} };

export const mailboxAt = (volunteer: string): At<Mailbox> => mailboxKey(volunteer);

const openidPlace = (volunteer: string): string => `${mailboxKey(volunteer).pk} openid`;
export const sealOpenid = (volunteer: string, openid: string): string =>
  seal(openid, openidPlace(volunteer));
export const openidOf = (volunteer: string, mailbox: Mailbox | undefined): string | undefined =>
  mailbox?.sealedOpenid && unseal(mailbox.sealedOpenid, openidPlace(volunteer));
