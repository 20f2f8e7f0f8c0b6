import { bulletinRoutes } from '#shared/bulletins';
import { mailboxAt, openidOf } from '../notices/mailbox.table';
import type { Organisation } from '../organisations/organisation.rules';
import { demandRole } from '../organisations/rights';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import { commit, create, read, untilWon } from '../platform/table';
import { personOf } from '../platform/wechat';
import type { TextVerdict } from '../platform/wechat-messages';
import { checkText } from '../platform/wechat-messages';
import { maskName } from '../volunteers/volunteer.rules';
import { profileAt } from '../volunteers/volunteer.table';
import type { Bulletin } from './bulletin.rules';
import { afterEvent, answerOf, eventOf, reasonOf } from './bulletin.rules';
import { bulletinAt, listed } from './bulletin.table';
import { organisationOf, readsBoard } from './standing';

const route = 'POST /organisations/{organisationId}/bulletins';

/**
 * Writes a bulletin. WeChat's check looks at it before anybody reads it: what passes is published, what is risky is
 * refused for good under its id, everything else waits for a person's eye.
 */
export const write = handle(
  route,
  bulletinRoutes[route],
  async ({ organisationId, requestId, title, text, loginCode }, { caller, now }) => {
    const organisation = await organisationOf(organisationId);
    const hidden = !(await readsBoard(caller.volunteerId, organisation.path));
    await demandRole(route, caller, organisation.path, { hidden });
    const bulletinId = idFor('bulletin', caller.volunteerId, requestId);
    const [known] = await read(bulletinAt(bulletinId));
    if (known) return answerOf(same(known, { organisationId, title, text }));

    const openid = await openidFor(caller.volunteerId, loginCode);
    const verdict: TextVerdict = openid
      ? await checkText({ openid, title, content: `${title}\n${text}` })
      : { suggest: 'unavailable' };
    const { volunteerId } = caller;
    return untilWon(async () => {
      const [made, profile] = await read(bulletinAt(bulletinId), profileAt(volunteerId));
      if (made) return answerOf(same(made, { organisationId, title, text }));
      const author = { volunteerId, name: profile?.name ?? refuse('not_registered') };
      const bulletin = bulletinOf(organisation, author, {
        ...{ bulletinId, title, text, verdict, now },
      });
      await commit([create(bulletinAt(bulletinId), listed(bulletin))]);
      return answerOf(bulletin);
    });
  },
);

type Said = Pick<Bulletin, 'organisationId' | 'title' | 'text'>;

/** The same id with another text is another request. */
function same(known: Bulletin, { organisationId, title, text }: Said): Bulletin {
  const isSame =
    known.organisationId === organisationId && known.title === title && known.text === text;
  return isSame ? known : refuse('request_differs');
}

/** Whom the check asks about: whoever the fresh login code names, else the WeChat that is known of the author. */
async function openidFor(volunteerId: string, loginCode: string | undefined) {
  const named = loginCode && (await personOf(loginCode).catch(() => undefined))?.openid;
  if (named) return named;
  const [mailbox] = await read(mailboxAt(volunteerId));
  return openidOf(volunteerId, mailbox);
}

type Written = Pick<Bulletin, 'bulletinId' | 'title' | 'text'> & {
  verdict: TextVerdict;
  now: number;
};

function bulletinOf(
  { organisationId, name, path }: Organisation,
  author: { volunteerId: string; name: string },
  { verdict, now, ...said }: Written,
): Bulletin {
  const state = afterEvent(undefined, eventOf(verdict)) ?? 'in_review';
  return {
    ...{ version: 1, ...said, organisationId, organisationName: name, path, state },
    authorId: author.volunteerId,
    authorMaskedName: maskName(author.name),
    writtenAt: now,
    ...(state === 'published' && { publishedAt: now }),
    ...(state === 'refused' && { reason: reasonOf(verdict.label) }),
  };
}
