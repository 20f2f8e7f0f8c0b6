import type { Mailbox } from '../notices/mailbox.table';
import { openidOf } from '../notices/mailbox.table';
import { read } from '../platform/table';
import { wayMarks } from '../platform/vault';
import type { Way } from '../sessions/way.table';
import { wayAt } from '../sessions/way.table';

/** Whether WeChat's way in leads to this volunteer: after a recovery or a merge an old WeChat hears nothing more. */
export async function isTheirs(volunteerId: string, openid: string): Promise<boolean> {
  const ways = await read(...wayMarks('weapp', openid).map(({ mark }) => wayAt('weapp', mark)));
  return (ways as (Way | undefined)[]).some((way) => way?.volunteerId === volunteerId);
}

/** The openid that still stands for the volunteer. */
export async function recipientOf(
  volunteerId: string,
  mailbox: Mailbox | undefined,
): Promise<string | undefined> {
  const openid = openidOf(volunteerId, mailbox);
  return openid !== undefined && (await isTheirs(volunteerId, openid)) ? openid : undefined;
}
