import type { StaffRoute } from '#shared/access';
import { bulletinRoutes } from '#shared/bulletins';
import { audited } from '../audits/audit.table';
import { tell } from '../notices/notice.table';
import { pathOf } from '../organisations/organisation-for';
import { demandRole } from '../organisations/rights';
import { handle } from '../platform/handle';
import { idFor } from '../platform/ids';
import { refuse } from '../platform/refuse';
import type { Caller } from '../platform/session';
import type { Write } from '../platform/table';
import { commit, read, replace, save, untilWon } from '../platform/table';
import type { Bulletin } from './bulletin.rules';
import { answerOf, judgeDecision } from './bulletin.rules';
import { boardAt, bulletinAt, listed } from './bulletin.table';
import { organisationOf, readsBoard } from './standing';

/** A person looks at what the check would not let through by itself. Never the author. */
export const decide = handle(
  'POST /bulletins/{bulletinId}/decision',
  bulletinRoutes['POST /bulletins/{bulletinId}/decision'],
  async ({ bulletinId, decision, reason }, { caller, now }) =>
    move('POST /bulletins/{bulletinId}/decision', caller, {
      ...{ bulletinId, event: decision, now },
      ...(decision === 'refuse' && reason !== undefined && { reason }),
    }),
);

/** Takes a bulletin off the board, with a reason that stays. */
export const remove = handle(
  'POST /bulletins/{bulletinId}/removal',
  bulletinRoutes['POST /bulletins/{bulletinId}/removal'],
  async ({ bulletinId, reason }, { caller, now }) =>
    move('POST /bulletins/{bulletinId}/removal', caller, {
      ...{ bulletinId, event: 'take_down', reason, now },
    }),
);

type Move = {
  bulletinId: string;
  event: 'publish' | 'refuse' | 'take_down';
  reason?: string;
  now: number;
};

/** One decision: the bulletin, the line in the audit log and the word to its author in one transaction. */
async function move(route: StaffRoute, caller: Caller, wanted: Move) {
  const { bulletinId, event, reason, now } = wanted;
  const by = caller.volunteerId;
  return untilWon(async () => {
    const bulletin = await bulletinFor(route, caller, bulletinId);
    const verdict = judgeDecision(bulletin, { event, by });
    if (verdict.status === 'refused') return refuse(verdict.code);
    if (verdict.status === 'exists') return answerOf(bulletin);
    const { reason: _, ...rest } = bulletin;
    const next: Bulletin = {
      ...{ ...rest, state: verdict.state, decidedBy: by },
      ...(reason !== undefined && { reason }),
      ...(event === 'publish' && { publishedAt: now }),
    };
    await commit([
      replace(bulletinAt(bulletinId), listed(next)),
      auditOf(bulletin, next, { by, now }),
      ...(bulletin.authorId === by ? [] : [wordTo(next, now)]),
    ]);
    return answerOf(next);
  });
}

/** The bulletin, to whoever holds one of the route's roles; it does not exist for who may not see it. */
async function bulletinFor(route: StaffRoute, caller: Caller, bulletinId: string) {
  const [bulletin] = await read(bulletinAt(bulletinId));
  if (!bulletin) return refuse('not_found');
  const path = await pathOf(bulletin);
  const seen = bulletin.state === 'published' && (await readsBoard(caller.volunteerId, path));
  await demandRole(route, caller, path, { hidden: !seen });
  return bulletin;
}

const auditOf = (was: Bulletin, is: Bulletin, { by, now }: { by: string; now: number }): Write =>
  audited(was.organisationId, {
    auditId: idFor('audit', 'bulletin', was.bulletinId, is.state),
    at: now,
    by,
    action: `bulletin_${is.state}`,
    subjectId: was.bulletinId,
    subjectName: was.title,
    from: was.state,
    to: is.state,
    why: is.reason ?? '',
  });

function wordTo({ bulletinId, authorId, title, state, reason }: Bulletin, at: number): Write {
  const texts: Partial<Record<Bulletin['state'], string>> = {
    published: `您写的公告“${title}”已审核通过并发布。`,
    refused: `您写的公告“${title}”没有通过审核：${reason ?? ''}`,
    taken_down: `您写的公告“${title}”已被撤下：${reason ?? ''}`,
  };
  return tell(authorId, {
    noticeId: idFor('notice', 'bulletin', bulletinId, state),
    ...{ kind: 'bulletin', text: texts[state] ?? '', at },
    link: { page: '/bulletins/show/index', id: bulletinId },
  });
}

/** Pins one published bulletin to the head of the board, or nothing. */
export const pin = handle(
  'PUT /organisations/{organisationId}/pinned-bulletin',
  bulletinRoutes['PUT /organisations/{organisationId}/pinned-bulletin'],
  async ({ organisationId, bulletinId }, { caller }) => {
    const { path } = await organisationOf(organisationId);
    await demandRole('PUT /organisations/{organisationId}/pinned-bulletin', caller, path, {
      hidden: !(await readsBoard(caller.volunteerId, path)),
    });
    return untilWon(async () => {
      const [board, bulletin] = await read(
        boardAt(organisationId),
        bulletinId ? bulletinAt(bulletinId) : undefined,
      );
      if (bulletinId && bulletin?.organisationId !== organisationId) return refuse('not_found');
      if (bulletin && bulletin.state !== 'published') return refuse('bulletin_closed');
      if (board?.pinnedId !== bulletinId) {
        const { pinnedId: _, ...rest } = board ?? { version: 1 };
        const next = { ...rest, ...(bulletinId && { pinnedId: bulletinId }) };
        await commit([save(boardAt(organisationId), board, next)]);
      }
      return { done: true };
    });
  },
);
